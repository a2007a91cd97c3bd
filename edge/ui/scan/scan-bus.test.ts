import type { Person } from '@flowviz/contract/identity'
import type { HandlingUnit } from '@flowviz/contract/logistics-view'
import type { Lot } from '@flowviz/contract/lot'
import type { ScanAnswer } from '@flowviz/contract/scan'
import type { Answer } from '@flowviz/contract/screen/trouble'
import type { DefinedItem, DefinedLocation } from '@flowviz/edge-client/generated/api'
import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { Tone } from '../sound/tone.ts'
import type { ScanCache } from './finding.ts'
import { createKept } from './kept-scans.ts'
import { createResolve, type ScanServer } from './resolve.ts'
import { createScanBus } from './scan-bus.ts'
import { shelfCache } from './shelf-cache.ts'

const NOW = Date.UTC(2026, 10, 26)
const GTIN = '09521234543213'
const SSCC = '395212345432100011'
const lot = (lot_code: string, changes: Partial<Lot> = {}) =>
  ({
    lot_id: `019ab000-0000-7000-8000-${lot_code.padStart(12, '0').slice(-12).toLowerCase()}`,
    lot_code,
    supplier_lot_code: null,
    item_id: 'carrots',
    status: 'AVAILABLE',
    gate_next: null,
    ...changes,
  }) as Lot

const LOTS = [
  lot('NOR-1'),
  lot('NOR-2', { status: 'HOLD' }),
  lot('NOR-3', { supplier_lot_code: 'S-77' }),
  lot('NOR-4', { supplier_lot_code: 'S-77', item_id: 'onions' }),
]
const ITEMS = [{ item_id: 'carrots', title: 'Carrots', lot_type: 'RAW', gtin: GTIN }] as DefinedItem[]
const UNITS = [{ hu_id: 'hu', sscc: SSCC, kind: 'pallet', contents: [] }] as unknown as HandlingUnit[]
const LOCATIONS = [{ location_id: 'chill-1', title: 'Chill room 1', kind: 'storage' }] as DefinedLocation[]
const ANA = { id: 'ana', name: 'ana', display_name: 'Ana', role: 'OPERATOR' } as Person

const book = <T>(value: T) => ({ value: signal<T | null>(value) })
const plant: ScanCache = shelfCache(
  { lots: book(LOTS), items: book(ITEMS), units: book(UNITS), locations: book(LOCATIONS) },
  badge => (badge === '04a2b91c' ? ANA : null),
)

/** A scan station with the plant's books, in front of an appliance that is away unless it is given. */
function openStation(server: Partial<ScanServer> = {}) {
  const tones: Tone[] = []
  const errors: unknown[] = []
  const kept: Record<string, string> = {}
  const storage = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value
    },
  }
  const away = async (): Promise<Answer<never>> => ({
    ok: false,
    trouble: { code: 'unreachable', title: '', detail: '', hint: '', fields: {}, passing: true },
  })
  const whole: ScanServer = { reachable: () => false, readScan: away, lot: away, ...server }
  const resolve = createResolve({ cache: plant, server: whole, now: () => NOW })
  const clock = { now_ms: NOW }
  const bus = createScanBus({
    resolve,
    kept: createKept({ resolve, storage }),
    sound: { play: tone => tones.push(tone) > 0 },
    now: () => clock.now_ms,
    after: () => () => undefined,
    report: error => errors.push(error),
  })
  return { bus, tones, errors, storage, resolve, clock }
}

const seen = async (raw: string) => {
  const { bus, tones } = openStation()
  await bus.offer(raw)
  return { tone: tones[0], finding: bus.sheet.value?.finding }
}

test('a code of the plant is known without the appliance: lot, pallet, product, place and badge', async () => {
  expect(await seen('NOR-1')).toMatchObject({ tone: 'ok', finding: { kind: 'lot', lot: { lot_code: 'NOR-1' } } })
  expect(await seen(`]C100${SSCC}`)).toMatchObject({ tone: 'ok', finding: { kind: 'handling_unit' } })
  expect(await seen(GTIN)).toMatchObject({ tone: 'ok', finding: { kind: 'item', item: { title: 'Carrots' } } })
  expect(await seen('CHILL-1')).toMatchObject({ tone: 'ok', finding: { kind: 'location' } })
  expect(await seen(']C14149521234543213254chill-1')).toMatchObject({ finding: { kind: 'location' } })
  expect(await seen('04a2b91c')).toMatchObject({ tone: 'ok', finding: { kind: 'person', person: { name: 'ana' } } })
})

test('a label of our own says its lot under an AI of the house, and a hold is never anything good', async () => {
  expect(await seen(']d291NOR-1')).toMatchObject({ finding: { kind: 'lot', lot: { lot_code: 'NOR-1' } } })
  expect(await seen(']d292019ab000-0000-7000-8000-000000000001')).toMatchObject({
    tone: 'forbidden',
    finding: { kind: 'hold' },
  })
})

test('a lot on hold is heard as forbidden', async () => {
  expect(await seen('NOR-2')).toMatchObject({ tone: 'forbidden', finding: { kind: 'lot' } })
})

test('a supplier code that two lots bear is a question, and with a GTIN it is one lot', async () => {
  expect(await seen('S-77')).toMatchObject({
    finding: { kind: 'lots', lots: [{ lot_code: 'NOR-3' }, { lot_code: 'NOR-4' }] },
  })
  // Onions have no GTIN, so their lot may be meant as well.
  expect(await seen(`]C101${GTIN}10S-77`)).toMatchObject({ finding: { kind: 'lots' } })
  expect(await seen(`]C101${GTIN}10NOR-1`)).toMatchObject({ finding: { kind: 'lot', lot: { lot_code: 'NOR-1' } } })
})

test('while the appliance is away an unknown code is kept, and looked up when it is back', async () => {
  let isBack = false
  const { bus, tones, storage, resolve } = openStation({
    reachable: () => isBack,
    readScan: async symbols => ({ ok: true, value: answer({ what: 'lot', lots: [LOTS[0]!] }, symbols) }),
    lot: async () => ({ ok: true, value: LOTS[0]! }),
  })
  await bus.offer('NEW-9')
  expect([tones, bus.sheet.value?.finding]).toMatchObject([['unknown'], { kind: 'unknown', why: 'offline' }])
  expect(bus.kept.scans.value).toMatchObject([{ raw: 'NEW-9', finding: null }])
  expect(await bus.kept.resolve()).toBe(0)
  isBack = true
  // Another page of the same tablet has it too.
  const reloaded = createKept({ resolve, storage })
  expect(await reloaded.resolve()).toBe(1)
  expect(reloaded.scans.value).toMatchObject([{ raw: 'NEW-9', finding: { kind: 'lot', source: 'server' } }])
})

test('what the appliance does not know either is unknown, with what the label says', async () => {
  const { bus, tones } = openStation({
    reachable: () => true,
    readScan: async () => ({
      ok: false,
      trouble: { code: 'scan_unknown', title: '', detail: '', hint: '', fields: {}, passing: false },
    }),
  })
  await bus.offer(']C1010061414100041810LOT-A')
  expect(tones).toEqual(['unknown'])
  expect(bus.sheet.value?.finding).toMatchObject({
    kind: 'unknown',
    why: 'not_known',
    label: { gtin: '00614141000418', lot: 'LOT-A' },
  })
  await bus.offer(`]C101${GTIN}10OTHER`)
  expect(bus.sheet.value?.finding).toMatchObject({ kind: 'item', label: { lot: 'OTHER' } })
  await bus.offer(']C10109521234543214')
  expect(bus.sheet.value?.finding).toMatchObject({ kind: 'unknown', why: 'unfit' })
})

test('two barcodes of one label are read together, within ten seconds and no longer', async () => {
  const { bus, clock } = openStation()
  await bus.offer(`]C100${SSCC}`)
  await bus.offer(`]C102${GTIN}3712\u001d10NOR-1`)
  expect(bus.sheet.value?.finding).toMatchObject({ kind: 'handling_unit', incomplete: false, label: { count: 12 } })
  clock.now_ms += 11_000
  await bus.offer(`]C102${GTIN}3712\u001d10NOR-1`)
  expect(bus.sheet.value?.finding).toMatchObject({ kind: 'lot', incomplete: true })
})

test('the screen on top is asked first, and one that fails leaves the scan to the next', async () => {
  const { bus, tones, errors } = openStation()
  const asked: string[] = []
  bus.subscribe(({ raw }) => asked.push(`below ${raw}`) > 0)
  const leave = bus.subscribe(async ({ raw }) => asked.push(`top ${raw}`) < 0)
  bus.subscribe(() => {
    throw new Error('a screen that fails')
  })
  await bus.offer('NOR-1')
  expect(asked).toEqual(['top NOR-1', 'below NOR-1'])
  expect([errors.length, bus.sheet.value, tones]).toEqual([1, null, []])
  leave()
  await bus.offer('NOR-2')
  expect(asked).toEqual(['top NOR-1', 'below NOR-1', 'below NOR-2'])
  expect(bus.heard.value?.raw).toBe('NOR-2')
})

test('a notice over every screen is asked before a screen that came later', async () => {
  const { bus } = openStation()
  const asked: string[] = []
  const leave = bus.subscribe(() => asked.push('notice') > 0, 'first')
  bus.subscribe(() => asked.push('screen') > 0)
  await bus.offer('NOR-1')
  leave()
  await bus.offer('NOR-1')
  expect(asked).toEqual(['notice', 'screen'])
})

const EMPTY: Omit<ScanAnswer, 'what' | 'lots' | 'elements'> = {
  hu_id: null,
  hold_id: null,
  item_id: null,
  form: 'plain',
  symbology: null,
  label: {} as ScanAnswer['label'],
  warnings: [],
  fault: null,
}
function answer(
  found: Pick<ScanAnswer, 'what'> & { lots: Pick<Lot, 'lot_id' | 'lot_code'>[] },
  _symbols: string[],
): ScanAnswer {
  return { ...EMPTY, elements: [], ...found }
}

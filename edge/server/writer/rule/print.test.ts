import type { CommandBody } from '@flowviz/contract/command'
import { expect, test } from 'vitest'
import { rebuildProjections } from '../../store/rebuild.ts'
import { refusal } from '../testing/box.ts'
import { openStoreRoom } from '../testing/store-room.ts'

const GTIN = '09521234543213'
const SSCC = '006141411234567890'
const PRINTER = { host: '192.168.1.40', dpi: 203 as const, width_mm: 102, height_mm: 152 }

/** A box with a printer, an item with a GTIN and a lot of it. */
function stocked() {
  const { box, pass } = openStoreRoom()
  box.act('define-printer', { params: { printer_id: 'dock' }, body: PRINTER })
  box.act('define-item', {
    params: { item_id: 'soup' },
    body: { title: 'Tomato soup', lot_type: 'FG', gtin: GTIN, allergens: ['milk'], nominal_weight_kg: '3' },
  })
  const lot = box.act('register-lot', {
    body: { lot_type: 'FG', weight_kg: '100', count: 40, item_id: 'soup', best_before: '2027-03-01' },
  })
  pass(lot, 7)
  const print = (body: Partial<CommandBody<'print-label'>> = {}) =>
    box.act('print-label', { body: { label: 'case', lot_id: lot.lot_code, printer_id: 'dock', copies: 2, ...body } })
  const pallet = (sscc: string | undefined = SSCC) => {
    const { hu_id } = box.act('create-hu', { body: { kind: 'pallet', location_id: 'receiving', sscc } })
    box.act('pack-hu', { params: { hu_id }, body: { lines: [{ lot_id: lot.lot_id, weight_kg: '10', count: 4 }] } })
    return hu_id
  }
  return { box, lot, print, pallet }
}

test('a case label freezes what the item and the lot say', () => {
  const { lot, print } = stocked()
  const job = print()
  expect(job).toMatchObject({
    state: 'QUEUED',
    label: 'case',
    lot_id: lot.lot_id,
    copies: 2,
    copies_done: 0,
    trouble: null,
  })
  expect(job.content).toMatchObject({
    title: 'Tomato soup',
    gtin: GTIN,
    lot_code: lot.lot_code,
    best_before: '2027-03-01',
    allergens: ['milk'],
    lines: ['NET 3 kg'],
  })
})

test('a case without a GTIN has no label, and the refusal says what is missing', () => {
  const { box, print } = stocked()
  const plain = box.act('register-lot', {
    body: { lot_type: 'FG', weight_kg: '1', lot_code: 'TEST-00000042-LOAD-0001' },
  })
  const seq = box.engine.head().seq
  expect(refusal(() => print({ lot_id: plain.lot_id }))).toBe('label_incomplete')
  expect(refusal(() => print({ lot_id: undefined as never }))).toBe('label_incomplete')
  expect(refusal(() => print({ lot_id: 'NO-LOT' }))).toBe('lot_not_found')
  expect(box.engine.head().seq).toBe(seq)
})

test('a case of variable weight says its own weight', () => {
  const { box, print } = stocked()
  box.act('define-item', {
    params: { item_id: 'soup' },
    body: { title: 'Cheese', lot_type: 'FG', gtin: GTIN, catch_weight: true },
  })
  expect(refusal(() => print())).toBe('label_incomplete')
  expect(print({ weight_kg: '12.34' }).content.weight_kg).toBe('12.34')
})

test('a pallet says its SSCC, what is on it and how many', () => {
  const { lot, print, pallet } = stocked()
  const hu_id = pallet()
  const job = print({ label: 'pallet', hu_id: SSCC })
  expect(job.hu_id).toBe(hu_id)
  expect(job.content).toMatchObject({ sscc: SSCC, gtin: GTIN, count: 4, lot_code: lot.lot_code })
})

test('an SSCC is on one label: a second one takes a reprint with a reason, and says the same', () => {
  const { box, print, pallet } = stocked()
  const hu_id = pallet()
  const first = print({ label: 'pallet', hu_id })
  expect(refusal(() => print({ label: 'pallet', hu_id }))).toBe('label_printed')
  expect(refusal(() => print({ label: 'pallet', hu_id, reprint_of: first.job_id }))).toBe('reprint_reason_missing')
  box.act('unpack-hu', {
    params: { hu_id },
    body: { lines: [{ lot_id: first.content.lot_code!, weight_kg: '5', count: 2 }] },
  })
  const again = print({ label: 'pallet', hu_id, reprint_of: first.job_id, reason: 'torn off by the forklift' })
  expect(again).toMatchObject({ reprint_of: first.job_id, reason: 'torn off by the forklift', content: first.content })
})

test('a pallet whose only job was cancelled before anything was sent is labelled as if for the first time', () => {
  const { box, print, pallet } = stocked()
  const hu_id = pallet()
  const { job_id } = print({ label: 'pallet', hu_id })
  const cancelled = box.act('cancel-print', { params: { job_id }, body: { reason: 'wrong printer' } })
  expect(cancelled).toMatchObject({ state: 'FAILED', trouble: 'cancelled' })
  expect(refusal(() => box.act('cancel-print', { params: { job_id }, body: { reason: 'again' } }))).toBe('state_wrong')
  expect(print({ label: 'pallet', hu_id }).state).toBe('QUEUED')
})

test('a reprint of another label is refused', () => {
  const { box, lot, print } = stocked()
  const { job_id } = print()
  const other = box.act('register-lot', { body: { lot_type: 'FG', weight_kg: '1', item_id: 'soup' } })
  const reprint = { reprint_of: job_id, reason: 'smeared' }
  expect(refusal(() => print({ lot_id: other.lot_id, ...reprint }))).toBe('reprint_invalid')
  expect(refusal(() => print({ label: 'ingredient', ...reprint }))).toBe('reprint_invalid')
  expect(print({ lot_id: lot.lot_id, ...reprint }).reprint_of).toBe(job_id)
})

test('a hold label names what is held, and a hold that holds nothing has none', () => {
  const { box, lot, print } = stocked()
  const { hold_id } = box.act('place-hold', { body: { lot_ids: [lot.lot_id], reason: 'metal detector failed' } })
  const job = print({ label: 'hold', hold_id })
  expect(job.content).toMatchObject({ title: 'metal detector failed', hold_id })
  expect(job.content.lines).toContain(lot.lot_code)
})

test('a label that does not fit on the paper of the printer is refused before anything is queued', () => {
  const { box, print } = stocked()
  box.act('define-printer', { params: { printer_id: 'tiny' }, body: { ...PRINTER, width_mm: 25, height_mm: 15 } })
  expect(refusal(() => print({ printer_id: 'tiny' }))).toBe('label_too_small')
  expect(refusal(() => print({ printer_id: 'none' }))).toBe('record_not_found')
})

test('a printer that is not in use any more takes no jobs', () => {
  const { box, print } = stocked()
  box.act('define-printer', { params: { printer_id: 'dock' }, body: { ...PRINTER, active: false } })
  expect(refusal(() => print())).toBe('state_wrong')
})

test('a printer that is out of paper for a day does not fill the box', () => {
  const { print } = stocked()
  for (let job = 0; job < 200; job += 1) print()
  expect(refusal(() => print())).toBe('print_queue_full')
})

test('printers and jobs are the replay of the ledger', () => {
  const { box, print, pallet } = stocked()
  const first = print()
  print({ label: 'pallet', hu_id: pallet() })
  box.act('cancel-print', { params: { job_id: first.job_id }, body: { reason: 'not needed' } })
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { genesisHash, hexOf, rowHash } from '@flowviz/contract/chain'
import type { DeviceConfig, DeviceView } from '@flowviz/contract/device'
import type { LedgerEvent } from '@flowviz/contract/event'
import type { HqLot, HqLotPage, HqReadingPage, SiteView } from '@flowviz/contract/hq'
import type { SyncStatus } from '@flowviz/contract/live'
import type { Lot } from '@flowviz/contract/lot'
import type { Reading } from '@flowviz/contract/reading'
import Database from 'better-sqlite3'
import { connectAsync } from 'mqtt'
import pg from 'pg'
import t, { type Test } from 'tap'
import { publicKeyOf } from '../provisioning/demo/keys.ts'
import { enrolPlant } from '../provisioning/demo/plant.ts'
import { GATEWAY } from '../provisioning/demo/plant-files.ts'
import { adminOf, operatorOf, ownFolder, ownHeadquarters, ownPlant } from './harness/house.ts'
import { openLive } from './harness/live.ts'
import { ROOT, walkOf } from './harness/map.ts'
import { playPan } from './harness/pan.ts'
import { until } from './harness/until.ts'

const WEIGHT = '12.345'
const FRAME = Buffer.from(`S S     ${WEIGHT} kg\r\n`)
const EMPTY = Buffer.from('S S      0.000 kg\r\n')
const RAW = FRAME.toString('hex')

const scale = (lines: string): DeviceConfig => ({
  id: 'scale-1',
  name: 'Receiving scale',
  driver: 'mt-sics',
  location: 'receiving',
  identity: GATEWAY,
  transport: { kind: 'serial', path: join(lines, 'scale-1'), baud: 9600, format: '8N1' },
  poll_ms: 200,
  channels: [{ name: 'weight', unit: 'kg', report: { strategy: 'on_change_or_period', period_s: 1 } }],
})

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** Postgres, headquarters and one enrolled plant, its processes running; the pan is in the test's hands. */
async function raise(t: Test) {
  const dir = ownFolder(t)
  const [{ hq, postgres }, plant] = await Promise.all([
    ownHeadquarters(t, dir),
    ownPlant(t, dir, { devices: lines => [scale(lines)] }),
  ])
  const pan = await playPan(join(plant.files.dir, 'lines', 'scale-1'), EMPTY)
  t.teardown(() => pan.stop())
  await enrolPlant(plant, hq)
  await plant.edge.start()
  await plant.adapters.start()
  const [floor, office] = await Promise.all([operatorOf(plant), adminOf(hq)])
  const live = await openLive(plant.url, floor.token)
  t.teardown(() => live.stop())
  const sql = new pg.Client({ connectionString: postgres.url })
  await sql.connect()
  t.teardown(() => sql.end())
  return { hq, plant, pan, floor, office, live, sql }
}
type House = Awaited<ReturnType<typeof raise>>

/** What one step learns and a later one needs. */
interface Seen {
  reading?: Reading
  lot?: Lot
  hash?: string
}
type Walked = (t: Test, house: House, seen: Seen) => Promise<void>

/** The steps of docs/ARCHITECTURE.md, by the verbs it gives them. */
const STEPS: Record<string, Walked> = {
  open: async (t, { pan }) => {
    await until({ what: 'the gateway asks over the serial line' }, () => pan.heard().includes('SI'))
    t.ok(pan.heard().includes('I4'), 'it asked who the scale is')
  },
  frame: async (t, { pan, floor }) => {
    const view = await until({ what: 'the empty pan is read' }, async () => {
      const seen = await floor.get<DeviceView>('/api/v1/devices/scale-1')
      return seen.state === 'ok' && seen.latest[0] !== undefined ? seen : null
    })
    t.equal(view.latest[0]?.raw, EMPTY.toString('hex'), 'a frame that came in pieces of five bytes is whole')
    pan.shows(FRAME)
  },
  decode: async (t, { live }, seen) => {
    const { reading } = await live.find('reading', message => message.reading.value === WEIGHT)
    t.match(reading, { unit: 'kg', raw: RAW }, 'the digits are those of the frame, with their zeros')
    seen.reading = reading
  },
  measure: async (t, _house, { reading }) => {
    t.match(reading, { quality: 'good', reason: 'ok_stable', weight: { stable: true } })
  },
  publish: async (t, _house, { reading }) => {
    t.match(reading?.source, /^[0-9a-f]{16}:\d+$/, 'boot and number of the gateway name it for ever')
  },
  admit: async (t, { plant }) => {
    const stranger = connectAsync(plant.brokerUrl, { username: GATEWAY, password: 'wrong', reconnectPeriod: 0 })
    await t.rejects(stranger, { code: 4 }, 'a stranger does not come in by the door that the gateway uses')
  },
  accept: async (t, _house, { reading }) => {
    t.match(reading, { device_id: 'scale-1', channel: 'weight', verdict: 'unjudged' })
    t.ok(Date.parse(reading!.received_at) >= Date.parse(reading!.measured_at), 'stamped by the appliance')
  },
  append: async (t, { plant }, { reading }) => {
    const file = new Database(join(plant.files.data, 'telemetry.db'), { readonly: true })
    t.teardown(() => file.close())
    const row = file.prepare('SELECT value, unit, hex(raw) AS raw, source FROM reading WHERE seq = ?').get(reading!.seq)
    t.match(row, { value: WEIGHT, unit: 'kg', raw: RAW.toUpperCase(), source: reading!.source })
  },
  show: async (t, { plant, live }) => {
    const hello = await live.find('hello', () => true)
    t.equal(hello.site, plant.site)
    const page = await fetch(plant.url)
    t.match(page.headers.get('content-type'), /text\/html/, 'the floor screen is served')
  },
  decide: async (t, { floor, live, plant }, seen) => {
    const body = { lot_code: 'WALK-0001', lot_type: 'RAW', product: 'Chicken thighs', scale_id: 'scale-1' }
    // On a busy machine the gateway may be heard a moment late; a person would press again.
    const lot = await until({ what: 'the scale is heard', within_ms: 5_000 }, () =>
      floor.post<Lot>('/api/v1/lots', body),
    )
    t.match(lot, { weight_kg: WEIGHT, weight_mg: 12_345_000 })
    t.match(lot.weight, {
      method: 'captured',
      scale_id: 'scale-1',
      measurement: { raw: RAW, value: WEIGHT, unit: 'kg' },
    })
    t.match(await live.find('lot', message => message.lot.lot_id === lot.lot_id), { lot: { lot_code: 'WALK-0001' } })
    seen.lot = lot
    seen.hash = chainTo(join(plant.files.data, 'plant.db'), plant, lot.seq)
  },
  push: async (t, { floor }, { lot }) => {
    const status = await until({ what: 'everything is acknowledged' }, async () => {
      const sync = await floor.get<SyncStatus>('/api/v1/sync')
      return sync.state === 'ok' && sync.pending_events === 0 ? sync : null
    })
    t.match(status, { problem: null })
    t.ok(Date.parse(status.last_ack_at!) >= Date.parse(lot!.registered_at))
  },
  receive: async (t, { office, plant }, { lot }) => {
    const site = await office.get<SiteView>(`/v1/sites/${plant.site}`)
    t.ok(site.head.seq >= lot!.seq, 'headquarters stands at or behind the lot')
    t.match(site, { fork: null, dead_letters: 0, as_of: /^\d{4}-/ })
  },
  merge: async (t, { sql, plant }, { lot, hash }) => {
    const { rows } = await sql.query(
      `SELECT encode(hash, 'hex') AS hash, body FROM ledger WHERE site_id = $1 AND epoch = 1 AND seq = $2`,
      [plant.site, lot!.seq],
    )
    t.equal(rows.length, 1, 'once')
    t.equal(rows[0].hash, hash, 'the hash that headquarters computed is the one of the plant')
    const event = JSON.parse(rows[0].body) as LedgerEvent
    t.match(event, { type: 'lot.registered', id: lot!.event_id })
  },
  'trace, show': async (t, { office, plant }, { lot, hash, reading }) => {
    const found = await office.get<HqLot>(`/v1/lots/${lot!.lot_id}`)
    t.match(found, { site: plant.site, lot_code: 'WALK-0001', weight_kg: WEIGHT, hash })
    t.match(found.weight, { method: 'captured', measurement: { value: WEIGHT, unit: 'kg', raw: RAW } })
    const page = await office.get<HqLotPage>(`/v1/lots?site=${plant.site}`)
    t.same(page.lots, [found])
    const range = `since=${new Date(Date.parse(reading!.received_at) - 1_000).toISOString()}`
    const path = `/v1/readings?site=${plant.site}&device_id=scale-1&channel=weight&${range}`
    const same = await until({ what: 'the reading is at headquarters' }, async () => {
      const { readings } = await office.get<HqReadingPage>(path)
      return readings.find(({ seq }) => seq === reading!.seq)
    })
    t.match(same, { value: WEIGHT, unit: 'kg', raw: RAW, source: reading!.source, received_at: reading!.received_at })
  },
}

/** Computes the plant's chain from its genesis to a row, from the bodies alone; gives the hash of that row. */
function chainTo(path: string, plant: House['plant'], seq: number): string {
  const file = new Database(path, { readonly: true })
  try {
    const rows = file.prepare('SELECT hash, body FROM ledger WHERE seq <= ? ORDER BY seq').all(seq)
    let hash: Uint8Array = genesisHash(sha256, plant.site, publicKeyOf(readFileSync(plant.files.boxKey, 'utf8')))
    for (const row of rows as { hash: Buffer; body: string }[]) {
      hash = rowHash(sha256, hash, row.body)
      if (hexOf(hash) !== hexOf(row.hash)) throw new Error(`the chain breaks at ${row.body.slice(0, 80)}`)
    }
    return hexOf(hash)
  } finally {
    file.close()
  }
}

const walk = walkOf('mt-sics')

t.test('the map names fourteen steps, and every room it names is there', async t => {
  t.same(
    walk.map(({ number }) => number),
    Array.from({ length: 14 }, (_, at) => at + 1),
  )
  t.same(
    walk.map(({ verb }) => verb),
    Object.keys(STEPS),
    'this test walks the same list',
  )
  for (const { verb, rooms } of walk) {
    t.ok(rooms.length > 0, verb)
    for (const room of rooms) t.ok(existsSync(join(ROOT, room)), `${verb}: ${room}`)
  }
})

t.test('one weight walks from a serial line to headquarters', async t => {
  const house = await raise(t)
  const seen: Seen = {}
  for (const { number, verb, rooms } of walk)
    await t.test(`${number} ${verb}, in ${rooms.join(' and ')}`, async t => {
      await STEPS[verb]!(t, house, seen)
    })
})

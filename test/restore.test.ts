import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import t, { type Test } from 'tap'
import { PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import { type Building, PROBE, SITE, startBuilding } from './harness/building.ts'
import { chained, cloudHeld, counted, edgeRows, edgeSources, verify } from './harness/held.ts'
import { type Operator, signIn } from './harness/operator.ts'
import { type Probe, startProbe } from './harness/probe.ts'
import { loseDatabases, replicated, restore } from './harness/rescue.ts'
import { settled } from './harness/settle.ts'
import { until } from './harness/until.ts'

const SETTLE_MS = 60_000
const DAY_S = 86_400
const never = new AbortController().signal

t.setTimeout(400_000)

interface Scene {
  building: Building
  operator: Operator
  probe: Probe
}

/** A building with replication, and people who work in it. */
async function scene(t: Test): Promise<Scene> {
  const building = await startBuilding({ FLOWVIZ_LITESTREAM: '1' })
  t.teardown(() => building.stop())
  await building.plant.edge.start()
  await building.plant.litestream.start()
  const operator = await signIn(building.plant.url, PLANT_PEOPLE[0]!, never)
  const probe = await startProbe(building.mqttPort, building.probeSecret)
  t.teardown(() => probe.stop())
  return { building, operator, probe }
}

async function work({ operator, probe }: Scene, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await Promise.all([operator.register(`${at + 1}.500`), probe.publish()])
}

const readingsOf = ({ building }: Scene) => {
  const sources = edgeSources(building.plant.files.data, PROBE)
  return [...sources.values()].reduce((sum, count) => sum + count, 0)
}

/** How often each lot stands in the plant's ledger, brought back ones included. */
function lotsOf({ building }: Scene): Map<string, number> {
  const bodies = edgeRows(building.plant.files.data).map(row => {
    const event = JSON.parse(row.body)
    return event.type === 'ledger.recovered' ? JSON.parse(event.data.body) : event
  })
  return counted(bodies.filter(event => event.type === 'lot.registered').map(event => event.data.lot_id))
}

const missing = (acked: Iterable<string>, held: Map<string, number>) => [...acked].filter(key => held.get(key) !== 1)

async function judge(t: Test, here: Scene): Promise<void> {
  const { operator, probe, building } = here
  const acked = [...operator.acked.values()].map(lot => lot.lot_id)
  const cloud = await cloudHeld(building.postgres.url, SITE)
  t.same(missing(acked, lotsOf(here)), [], `each of ${acked.length} acknowledged lots is in the plant once`)
  t.same(missing(acked, counted(cloud.lots.map(lot => lot.lot_id))), [], 'and at headquarters once')
  const sources = counted(cloud.readings.map(({ reading }) => reading.source))
  t.same(missing(probe.acked, sources), [], `each of ${probe.acked.size} acknowledged readings is at headquarters once`)
  t.equal(cloud.fork, null, 'headquarters saw no fork')
  const verdict = await verify(join(building.plant.files.data, 'plant.db'))
  t.ok(verdict.ok, `the box verifies its own ledger: ${verdict.said}`)
}

t.test('the databases are deleted: restored from the replica and healed by headquarters', async t => {
  const here = await scene(t)
  const { building, operator, probe } = here
  const { plant, link } = building
  const data = plant.files.data
  await work(here, 20)
  await settled(operator, SETTLE_MS)
  await replicated(building, readingsOf(here))
  t.equal((await restore(building, data, ['--yes'])).code, 'files_in_use', 'a running box is not restored over')

  // A snapshot of now, a copy that is damaged, and a newer generation whose files look a day older.
  const snapshots = join(building.dir, 'snapshots')
  mkdirSync(snapshots)
  writeFileSync(join(snapshots, 'plant-torn.db'), 'SQLite format 3\u0000 and then nothing')
  await restartGeneration(building)
  copyFileSync(join(data, 'plant.db'), join(snapshots, 'plant-old.db'))
  link.mode('refused')
  await work(here, 5)
  await replicated(building, readingsOf(here))
  await plant.litestream.kill()
  const newest = age(join(plant.files.replica, 'plant.db'))
  link.mode('open')
  await work(here, 10)
  await settled(operator, SETTLE_MS)
  const before = edgeRows(data)
  await plant.edge.kill()
  await probe.stop()
  const present = await restore(building, data, ['--yes', '--snapshots', snapshots])
  t.equal(present.code, 'files_present', 'files that are there are not replaced unasked')
  loseDatabases(building)

  const looked = await restore(building, data, ['--snapshots', snapshots])
  t.same([looked.placed, readdirSync(data)], [false, []], 'without --yes nothing is put in place')
  const done = await restore(building, data, ['--yes', '--snapshots', snapshots])
  for (const { source, head, cause } of done.tried ?? []) t.comment(`${source}: ${head?.seq ?? cause}`)
  const sound = done.tried!.filter(one => one.head !== null && !one.source.includes('telemetry'))
  t.ok(sound.length >= 3, `several copies were whole: ${sound.map(one => `${one.source} ${one.head!.seq}`).join(', ')}`)
  t.match(done.tried!.find(one => one.source.endsWith('plant-torn.db'))?.cause, /\S/, 'the torn one was refused')
  t.equal(done.plant!.source, `litestream local ${newest}`, 'the newest history won, whatever the file times say')
  t.ok(done.plant!.seq < before.length, `it ends at ${done.plant!.seq} of ${before.length}`)
  await plant.litestream.start()
  await plant.edge.start()
  await settled(operator, SETTLE_MS)
  const rows = edgeRows(data)
  t.same(rows.slice(0, before.length), before, 'row by row what it was')
  const seam = JSON.parse(rows[before.length]!.body)
  t.equal(seam.type, 'ledger.restored', 'and the seam is in the ledger')
  t.equal(seam.data.healed_events, before.length - done.plant!.seq, 'with the number of rows that came back')
  t.equal(existsSync(join(data, 'restored.json')), false, 'the marker is gone')
  t.same(missing(probe.acked, edgeSources(data, PROBE)), [], 'every acknowledged reading is in the plant again')
  await plant.edge.kill()
  t.same(
    (await cloudHeld(building.postgres.url, SITE)).rows,
    edgeRows(data).slice(0, rows.length),
    'both chains are equal',
  )
  await judge(t, here)
})

t.test('restored with headquarters away: a new epoch, and what was lost comes back with the link', async t => {
  const here = await scene(t)
  const { building, operator, probe } = here
  const { plant, link } = building
  const data = plant.files.data
  await work(here, 10)
  await settled(operator, SETTLE_MS)
  await replicated(building, readingsOf(here))
  await plant.litestream.kill()
  await work(here, 5)
  await settled(operator, SETTLE_MS)
  const before = edgeRows(data)
  await plant.edge.kill()
  loseDatabases(building)
  link.mode('refused')

  const done = await restore(building, data, ['--yes'])
  t.ok(done.plant!.seq < before.length, `restored to ${done.plant!.seq} of ${before.length}`)
  await plant.edge.start()
  await work(here, 5)
  const alone = edgeRows(data)
  t.equal(alone[done.plant!.seq]?.epoch, 2, 'the box went on in a new epoch')
  link.mode('open')
  const lost = [...operator.acked.values()].map(lot => lot.lot_id)
  await until({ what: 'what was lost is back', within_ms: SETTLE_MS }, () => missing(lost, lotsOf(here)).length === 0)
  await until({ what: 'the seam is closed', within_ms: SETTLE_MS }, () =>
    edgeRows(data).some(row => row.epoch === 2 && JSON.parse(row.body).type === 'ledger.restored'),
  )
  await settled(operator, SETTLE_MS)
  await plant.edge.kill()
  await probe.stop()

  const rows = edgeRows(data)
  const cloud = await cloudHeld(building.postgres.url, SITE)
  const second = cloud.rows.filter(row => row.epoch === 2)
  t.same(second, rows.slice(done.plant!.seq, done.plant!.seq + second.length), 'the new epoch is equal on both sides')
  t.same(
    cloud.rows.filter(row => row.epoch === 1),
    before,
    'and headquarters keeps the one that was left, whole',
  )
  t.ok(chained(before[done.plant!.seq - 1]!.hash, second), 'the new one stands on the row that it resumed from')
  await judge(t, here)
})

/** Ends the generation of the replica and begins another, as a lost shadow log does. */
async function restartGeneration({ plant }: Building): Promise<void> {
  await plant.litestream.stop()
  writeFileSync(join(plant.files.data, '.plant.db-litestream', 'generation'), '')
  await plant.litestream.start()
}

/** Makes the newest generation look a day older than the others, as a wrong clock does; gives its name. */
function age(replica: string): string {
  const generations = join(replica, 'generations')
  const folders = readdirSync(generations).map(name => join(generations, name))
  const newest = folders.sort((a, b) => newestFile(b) - newestFile(a))[0]!
  for (const file of filesBelow(newest)) {
    const { mtimeMs } = statSync(file)
    utimesSync(file, mtimeMs / 1000 - DAY_S, mtimeMs / 1000 - DAY_S)
  }
  return basename(newest)
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
const newestFile = (folder: string) => Math.max(...filesBelow(folder).map(file => statSync(file).mtimeMs))

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import { type Floor, PROBE, prepareFloor } from './harness/building.ts'
import { compilerThere, type Gate, makeGate } from './harness/gate.ts'
import { edgeRows, edgeSources, verify } from './harness/held.ts'
import { type Operator, signIn } from './harness/operator.ts'
import { startProbe } from './harness/probe.ts'

// The gate stands inside fsync: behind it the write-ahead log is written and not yet on the disk, so nothing of it is
// committed. Whatever acknowledges while it is shut acknowledges too early. A usual answer takes some milliseconds.
const EARLY_MS = 1_000
const PLANT_LOG = 'plant.db-wal'
const TELEMETRY_LOG = 'telemetry.db-wal'
const ROUNDS = 4
const never = new AbortController().signal

const reason = process.platform !== 'linux' ? 'the gate needs Linux' : compilerThere() ? '' : 'no C compiler (cc)'
if (reason !== '') console.warn(`ack.test.ts DOES NOT RUN: ${reason}; nothing proves here that acks follow commits`)
const unless = reason === '' ? {} : { skip: reason }

t.setTimeout(180_000)

interface Scene {
  floor: Floor
  gate: Gate
  operator: Operator
}

/** An appliance that stands before a gate, all open, and somebody who is signed in. */
async function scene(t: Test): Promise<Scene> {
  const dir = t.testdir({})
  const gate = makeGate(dir)
  const floor = await prepareFloor(gate.env)
  t.teardown(() => floor.stop())
  await floor.plant.edge.start()
  return { floor, gate, operator: await signIn(floor.plant.url, PLANT_PEOPLE[0]!, never) }
}

const lotsWith = (floor: Floor, key: string) =>
  edgeRows(floor.plant.files.data).filter(({ body }) => {
    const event = JSON.parse(body)
    return event.type === 'lot.registered' && event.data.notes === key
  })

t.test('HTTP 201 waits for the commit, for one lot and for many at once', unless, async t => {
  const { floor, gate, operator } = await scene(t)
  for (const count of [1, 32]) {
    gate.shut(PLANT_LOG)
    let early = 0
    let open = false
    const answers = Array.from({ length: count }, () =>
      operator.post(randomUUID(), '12.500').then(answer => {
        if (!open) early += 1
        return answer
      }),
    )
    await gate.reached(PLANT_LOG)
    await pause(EARLY_MS)
    t.equal(early, 0, `${count} in flight: no answer while the log is not on the disk`)
    open = true
    gate.open(PLANT_LOG)
    const given = await Promise.all(answers)
    t.same(
      given.map(answer => answer?.status),
      given.map(() => 201),
      `${count} in flight: every answer after it`,
    )
  }
  t.ok((await verify(join(floor.plant.files.data, 'plant.db'))).ok, 'the ledger verifies')
})

t.test('PUBACK waits for the commit', unless, async t => {
  const { floor, gate } = await scene(t)
  const probe = await startProbe(floor.mqttPort, floor.probeSecret)
  t.teardown(() => probe.stop())
  await probe.publish()
  gate.shut(TELEMETRY_LOG)
  const publishing = Promise.all([probe.publish(), probe.publish(), probe.publish()])
  await gate.reached(TELEMETRY_LOG)
  await pause(EARLY_MS)
  t.equal(probe.acked.size, 1, 'no PUBACK while the log is not on the disk')
  gate.open(TELEMETRY_LOG)
  await publishing
  t.equal(probe.acked.size, 4, 'every PUBACK after it')
  const held = edgeSources(floor.plant.files.data, PROBE)
  t.same(
    [...probe.acked].filter(source => held.get(source) !== 1),
    [],
    'and each has its row',
  )
})

t.test(
  'a lot whose appliance dies before the commit was never acknowledged, and a retry makes one',
  unless,
  async t => {
    const { floor, gate, operator } = await scene(t)
    const key = randomUUID()
    gate.shut(PLANT_LOG)
    const answer = operator.post(key, '7.250')
    await gate.reached(PLANT_LOG)
    await floor.plant.edge.kill()
    t.equal(await answer, null, 'the client got no answer')
    gate.open(PLANT_LOG)
    await floor.plant.edge.start()
    const left = lotsWith(floor, key).length
    t.ok(left === 0 || left === 1, `the lot is wholly there or wholly not (${left})`)
    const again = await operator.post(key, '7.250')
    t.equal(again?.status, 201, 'the retry is answered')
    t.equal(lotsWith(floor, key).length, 1, 'one command is one lot')
    t.ok((await verify(join(floor.plant.files.data, 'plant.db'))).ok, 'the ledger verifies')
  },
)

t.test('a measurement whose appliance dies before the commit is sent again and is one reading', unless, async t => {
  const { floor, gate } = await scene(t)
  const probe = await startProbe(floor.mqttPort, floor.probeSecret)
  t.teardown(() => probe.stop())
  gate.shut(TELEMETRY_LOG)
  const published = probe.publish()
  await gate.reached(TELEMETRY_LOG)
  await floor.plant.edge.kill()
  t.equal(probe.acked.size, 0, 'no PUBACK came')
  gate.open(TELEMETRY_LOG)
  await floor.plant.edge.start()
  const source = await published
  t.equal(edgeSources(floor.plant.files.data, PROBE).get(source), 1, 'after the reconnect it is one reading')
})

t.test('what was acknowledged is there when the power goes in the same moment', unless, async t => {
  const { floor, operator } = await scene(t)
  for (let round = 1; round <= ROUNDS; round += 1) {
    const probe = await startProbe(floor.mqttPort, floor.probeSecret)
    const key = randomUUID()
    const byLot = round % 2 === 0
    const first = byLot ? operator.post(key, '1.000') : probe.publish()
    const killed = first.then(() => floor.plant.edge.kill())
    const [done] = await Promise.all([first, killed])
    await probe.stop()
    const files = floor.plant.files.data
    // The file as the dead process left it; nobody has recovered anything yet.
    if (byLot) t.equal(lotsWith(floor, key).length, 1, `round ${round}: the lot is there`)
    else t.equal(edgeSources(files, PROBE).get(String(done)), 1, `round ${round}: the reading is there`)
    await floor.plant.edge.start()
    if (byLot) t.equal(lotsWith(floor, key).length, 1, `round ${round}: and after the restart`)
  }
})

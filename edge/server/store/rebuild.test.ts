import { hexOf } from '@flowviz/contract/chain'
import type { LedgerEvent } from '@flowviz/contract/event'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verifyPlant } from '../maintain/verify-plant.ts'
import type { Command } from '../writer/command.ts'
import type { PeopleBodies, PeopleCommand } from '../writer/people-ask.ts'
import { BOX, CAPTURED, lotCommand, OPERATOR, openBox, SITE } from '../writer/testing/box.ts'
import { plantStore } from './plant-store.ts'
import { projector } from './project.ts'
import { rebuildProjections } from './rebuild.ts'

const device = (id: number, name: string) => ({
  id: `scale-${id}`,
  name,
  driver: 'mt-sics',
  location: 'receiving',
  identity: 'gateway-1',
  transport: { kind: 'serial' as const, path: `/dev/ttyUSB${id}`, baud: 9600, format: '8N1' as const },
  channels: [{ name: 'weight', unit: 'kg' as const }],
})
const person = (at: number) => ({
  person_id: `019ab0a2-5c00-7000-8000-00000000000${at}`,
  name: `person-${at}`,
  display_name: `Person ${at}`,
  role: 'OPERATOR' as const,
  secret_hash: 'x',
})

const peopleCommand = <N extends PeopleCommand>(name: N, body: PeopleBodies[N]): Command =>
  ({ kind: 'people', takes: { name, body, actor: OPERATOR, reason: null, idempotency: null } }) as unknown as Command

const code = fc.option(fc.constantFrom('A', 'B', 'C', 'KIE-261123-L1-0002', 'KIE-261123-L1-2002'), { nil: undefined })
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: code.map(lot_code => lotCommand(lot_code === undefined ? {} : { lot_code })) },
  fc.constantFrom('k-1', 'k-2').map(key => lotCommand({}, key)),
  fc.constant<Command>({
    kind: 'register-lot',
    takes: {
      actor: OPERATOR,
      registration: { lot_type: 'FG', scale_id: 'scale-1' },
      captured: CAPTURED,
      idempotency: null,
    },
  }),
  fc.subarray([1, 2, 3]).chain(ids =>
    fc.constantFrom('Old', 'New').map<Command>(name => ({
      kind: 'sync-devices',
      takes: { actor: BOX, plant: { v: 1, site: SITE, devices: ids.map(id => device(id, name)) } },
    })),
  ),
  fc.subarray([1, 2, 3]).map<Command>(ids => ({ kind: 'seed-people', takes: { actor: BOX, people: ids.map(person) } })),
  fc
    .tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom<Partial<PeopleBodies['change-user']>>(
        { role: 'ADMIN' },
        { role: 'VIEWER' },
        { status: 'disabled' },
        { status: 'active' },
      ),
    )
    .map(([at, change]) => peopleCommand('change-user', { person_id: person(at).person_id, ...change })),
  fc
    .constantFrom('person-1', 'ada')
    .map(name => peopleCommand('create-user', { name, display_name: 'A', role: 'OPERATOR', secret_hash: 'x' })),
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('d-1', 'd-2'))
    .map(([at, digest]) =>
      peopleCommand('assign-badge', { person_id: person(at).person_id, digest, expires_at: null }),
    ),
  fc.integer({ min: 0, max: 9 }).map<Command>(readings_seq => ({
    kind: 'start-epoch',
    takes: { actor: BOX, cause: 'cloud_unreachable', readings_seq },
  })),
  fc.integer({ min: 1, max: 9 }).map<Command>(to_seq => ({
    kind: 'record',
    takes: {
      type: 'reading.sealed',
      actor: BOX,
      subject: 'readings',
      data: { from_seq: 1, to_seq, channels: [] },
      occurred_at: null,
    },
  })),
)

/** Events of a history that this box lost: lots of another box, some with codes that are used here too. */
function lostEvents(): { seq: number; hash: string; body: string }[] {
  const other = openBox({ seed: 99 })
  other.engine.run(['A', 'X', undefined].map(lot_code => lotCommand(lot_code === undefined ? {} : { lot_code })))
  return plantStore(other.engine.db)
    .ledger.rows(1, 10)
    .map(({ seq, hash, body }) => ({ seq, hash: hexOf(hash), body }))
}

test('after any history the projections are the replay of the ledger, and the chain verifies', () => {
  const lost = lostEvents()
  const recovery = fc.constantFrom(...lost).map<Command>(row => ({
    kind: 'recover-event',
    takes: { actor: BOX, epoch: 1, ...row },
  }))
  const batches = fc.array(fc.array(fc.oneof({ weight: 5, arbitrary: command }, recovery), { maxLength: 8 }), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(batches, history => {
      const box = openBox()
      for (const batch of history) {
        box.engine.run(batch)
        box.clock.ms += 40_000_000
      }
      expect(rebuildProjections(box.engine.db).differences).toEqual([])
      expect(verifyPlant(box.engine.db, {})).toMatchObject({ ok: true, seq: box.engine.head().seq })
      box.engine.close()
    }),
    { numRuns: 25 },
  )
}, 60_000)

test('an event that is projected twice changes nothing', () => {
  const box = openBox()
  box.engine.run([lotCommand(), lotCommand({ lot_code: 'A' })])
  const store = plantStore(box.engine.db)
  const project = projector(store)
  for (const { seq, body } of store.ledger.rows(1, 10)) project(JSON.parse(body) as LedgerEvent, seq)
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test('a projection that somebody changed by hand is named and put right', () => {
  const box = openBox()
  box.engine.run([lotCommand({ lot_code: 'A' }), lotCommand({ lot_code: 'B' })])
  box.engine.db.exec("UPDATE lot SET weight_mg = 1 WHERE lot_code = 'A'; DELETE FROM event_place WHERE seq = 3")
  const { differences } = rebuildProjections(box.engine.db)
  expect(differences.map(({ table, only_live, only_rebuilt }) => ({ table, only_live, only_rebuilt }))).toEqual([
    { table: 'event_place', only_live: 0, only_rebuilt: 1 },
    { table: 'lot', only_live: 1, only_rebuilt: 1 },
  ])
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

import { concerns, toldBy } from '@flowviz/contract/about'
import { timestampOf } from '@flowviz/contract/time'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from '../writer/command.ts'
import { BOX, type Box, CAPTURED, lotCommand, OPERATOR, openBox, START_MS } from '../writer/testing/box.ts'
import { type AuditQuery, auditSearch, readRow } from './audit-search.ts'
import { ledgerStore } from './ledger-store.ts'
import { plantStore } from './plant-store.ts'
import { rebuildProjections } from './rebuild.ts'

const OTHER = { ...OPERATOR, id: '019ab0a2-5c00-7000-8000-000000000002', device: 'tablet-1' }
const END = Number.MAX_SAFE_INTEGER

const captured = (actor = OPERATOR): Command => ({
  kind: 'register-lot',
  takes: { actor, registration: { lot_type: 'FG', scale_id: 'scale-1' }, captured: CAPTURED, idempotency: null },
})
const acted = (device_id: string, actor = OTHER): Command => ({
  kind: 'record',
  takes: {
    type: 'device.acted',
    actor,
    subject: `device:${device_id}`,
    data: { device_id, action: 'tare', outcome: 'done', reason: 'ok' },
    occurred_at: null,
  },
})
/** Refused after it has written: the batch is rolled back and done again. */
const halfDone: Command = {
  kind: 'append-healed',
  takes: { from_seq: 2, bodies: [], head: 'f'.repeat(64) },
}

/** What a filter finds when every row is looked at. */
function bruteForce(box: Box, query: AuditQuery): number[] {
  return ledgerStore(box.engine.db)
    .rows(1, END)
    .filter(row => {
      const { event } = readRow(row)
      const timely = event.recorded_at >= (query.from ?? '') && event.recorded_at < (query.to ?? '9')
      return timely && concerns(toldBy(event), query)
    })
    .map(({ seq }) => seq)
    .reverse()
}

function searched(box: Box, query: AuditQuery, limit: number): number[] {
  const { step } = auditSearch(box.engine.db)
  const seqs: number[] = []
  for (let below: number | null = END; below !== null; ) {
    const { found, next } = step(query, { below, limit })
    expect(found.length).toBeLessThanOrEqual(limit)
    seqs.push(...found.map(({ row }) => row.seq))
    below = next
  }
  return seqs
}

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(lotCommand()) },
  { weight: 2, arbitrary: fc.constantFrom(captured(), captured(OTHER)) },
  fc.constantFrom('scale-1', 'scale-2').map(id => acted(id)),
  fc.constant(halfDone),
)
const moment = fc.integer({ min: -1, max: 30 }).map(minutes => timestampOf(START_MS + minutes * 60_000))
const optional = <T>(values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
const query = fc.record({
  person: optional([OPERATOR.id, OTHER.id]),
  device: optional(['scale-1', 'tablet-1', 'nothing']),
  type: optional(['lot.registered', 'device.acted']),
  subject: optional(['device:scale-1', 'site:kiel', 'lot']),
  from: fc.option(moment, { nil: undefined }),
  to: fc.option(moment, { nil: undefined }),
})

test('whatever is asked for is found as if every row were looked at, also after rollbacks and a clock set back', () => {
  const batch = fc.record({ commands: fc.array(command, { maxLength: 30 }), minutes: fc.integer({ min: -9, max: 9 }) })
  fc.assert(
    fc.property(fc.array(batch, { maxLength: 12 }), query, fc.constantFrom(1, 7, 500), (history, asked, limit) => {
      const box = openBox()
      for (const { commands, minutes } of history) {
        box.engine.run(commands)
        box.clock.ms += minutes * 60_000
      }
      const lot = box.engine.db.prepare<[], string>('SELECT lower(hex(lot_id)) FROM lot LIMIT 1').pluck().get() ?? ''
      const id = lot.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
      const wanted = Object.fromEntries(
        Object.entries({ ...asked, subject: asked.subject === 'lot' ? `lot:${id}` : asked.subject }).filter(
          ([, value]) => value !== undefined,
        ),
      ) as AuditQuery
      expect(searched(box, wanted, limit)).toEqual(bruteForce(box, wanted))
      expect(rebuildProjections(box.engine.db).differences).toEqual([])
      box.engine.close()
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('a lot has its registration in its history, without a row for it in the index', () => {
  const box = openBox()
  const [made] = box.engine.run([captured()])
  const { lot_id, seq } = (made as { gives: { lot_id: string; seq: number } }).gives
  expect(searched(box, { subject: `lot:${lot_id}` }, 5)).toEqual([seq])
  expect(box.engine.db.prepare('SELECT count(*) FROM event_about').pluck().get()).toBe(0)
  expect(searched(box, { device: 'scale-1' }, 5)).toEqual([seq])
})

test('an event that came back inside another row is found by its lot, its person and its device', () => {
  const lost = openBox({ seed: 99 })
  lost.engine.run([captured()])
  const row = plantStore(lost.engine.db).ledger.row(2)!
  const { id } = (JSON.parse(row.body) as { data: { lot_id: string }; id: string }) && JSON.parse(row.body)
  const box = openBox()
  box.submit('recover-event', {
    actor: BOX,
    epoch: 1,
    seq: 2,
    hash: Buffer.from(row.hash).toString('hex'),
    body: row.body,
  })
  const { lot_id } = JSON.parse(row.body).data as { lot_id: string }
  for (const query of [
    { subject: `lot:${lot_id}` },
    { person: OPERATOR.id },
    { device: 'scale-1' },
    { subject: `event:${id}` },
  ])
    expect([query, searched(box, query, 9)]).toEqual([query, [2]])
  expect(searched(box, { type: 'lot.registered' }, 9)).toEqual([])
})

test('one step looks at a bounded number of rows, however rare the answer is', () => {
  const box = openBox()
  box.engine.run([acted('scale-2')])
  for (let at = 0; at < 8; at += 1) box.engine.run(Array.from({ length: 500 }, () => lotCommand()))
  const { step } = auditSearch(box.engine.db)
  const first = step({ from: timestampOf(START_MS), person: OTHER.id }, { below: END, limit: 10 })
  expect(first).toMatchObject({ next: null, found: [{ row: { seq: 2 } }] })
  const all = step({ subject: 'site:nowhere', person: OPERATOR.id }, { below: END, limit: 10 })
  expect(all).toEqual({ found: [], next: null })
  const whole = step({ from: timestampOf(0) }, { below: END, limit: 3_000 })
  expect(whole.found.length).toBeLessThanOrEqual(1_100)
  expect(whole.next).not.toBeNull()
})

test('the events of a record that is found by blocks end where the ledger ends, from however far behind they are asked', () => {
  const box = openBox()
  for (let at = 0; at < 3; at += 1) box.engine.run([acted('scale-1')])
  const own = [...auditSearch(box.engine.db).own('device:scale-1', END)].flatMap(({ found }) => found)
  expect(own.length).toBe(3)
})

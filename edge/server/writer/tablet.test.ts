import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lot } from '@flowviz/contract/lot'
import { expect, test } from 'vitest'
import { plantStore } from '../store/plant-store.ts'
import { rebuildProjections } from '../store/rebuild.ts'
import { BOX, type Box, folder, OPERATOR, openBox, refusal } from './testing/box.ts'

const EPOCH = '019ab0a2-5c00-7000-8000-0000000000e'
const KEY = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) } as const
const TABLET = { kind: 'device', id: 't01', role: null, station: null, device: 't01', auth: 'device_secret' } as const

function invite(box: Box, digest: string): string {
  const expires_at = new Date(box.clock.ms + 600_000).toISOString()
  const asked = { actor: OPERATOR, tablet_id: null, title: 'T07', station: null, digest, expires_at }
  return box.submit('invite-tablet', asked).tablet_id
}
const enrol = (box: Box, digest: string, epoch = `${EPOCH}1`) =>
  box.submit('enrol-tablet', { by: { digest }, key: KEY, epoch })

/** Registers a lot as a tablet sends it. */
function send(box: Box, seq: number): Lot {
  const key = `key-0000${seq}`
  const sent = { tablet_id: 't01', key, epoch: `${EPOCH}1`, seq, done_at: new Date(box.clock.ms).toISOString() }
  const idempotency = { key, digest: `digest of ${seq}` }
  return box.act('register-lot', { body: { lot_type: 'RAW', weight_kg: '1' } }, { sent, idempotency })
}
const receive = (box: Box, ...seqs: number[]) =>
  box.submit('receive-tablet', { tablet_id: 't01', sent: seqs.map(seq => ({ epoch: `${EPOCH}1`, seq })) })

test('a code counts for ten minutes, and only the last one of a tablet', () => {
  const box = openBox()
  expect(invite(box, 'first')).toBe('t01')
  box.clock.ms += 600_000
  expect(refusal(() => enrol(box, 'first'))).toBe('invitation_wrong')
  expect(invite(box, 'second')).toBe('t02')
  enrol(box, 'second')
  const again = (digest: string) =>
    box.submit('invite-tablet', {
      actor: OPERATOR,
      tablet_id: 't02',
      title: 'T07',
      station: null,
      digest,
      expires_at: new Date(box.clock.ms + 600_000).toISOString(),
    })
  again('third')
  again('fourth')
  expect(refusal(() => enrol(box, 'third', `${EPOCH}2`))).toBe('invitation_wrong')
  expect(enrol(box, 'fourth', `${EPOCH}2`)).toMatchObject({ tablet_id: 't02' })
})

test('an epoch that comes in a command without having been enrolled says that the store was lost, once', () => {
  const box = openBox()
  invite(box, 'code')
  enrol(box, 'code')
  receive(box, 1, 2, 3)
  const other = { tablet_id: 't01', sent: [{ epoch: `${EPOCH}2`, seq: 1 }] }
  expect(box.submit('receive-tablet', other)).toMatchObject({ received_seq: 1 })
  const head = box.engine.head().seq
  box.submit('receive-tablet', other)
  // What the old store still had comes late; that is not another loss.
  receive(box, 4)
  expect(box.engine.head().seq).toBe(head)
  const { body } = plantStore(box.engine.db).ledger.row(head)!
  expect(JSON.parse(body)).toMatchObject({
    type: 'tablet.store_lost',
    actor: TABLET,
    data: { epoch: `${EPOCH}1`, received_seq: 3, epoch_next: `${EPOCH}2`, losses: 1 },
  })
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

/** A box that a tablet has sent five commands, and a copy of it from after the second one. */
function restored(): { box: Box; back: Box; lots: Lot[] } {
  const box = openBox({ seed: 1 })
  invite(box, 'code')
  enrol(box, 'code')
  const lots = [send(box, 1), send(box, 2)]
  receive(box, 1, 2)
  box.engine.db.pragma('wal_checkpoint(TRUNCATE)')
  const path = join(folder(), 'plant.db')
  copyFileSync(box.path, path)
  lots.push(send(box, 3), send(box, 4), send(box, 5))
  receive(box, 3, 4, 5)
  return { box, back: openBox({ path, seed: 2 }), lots }
}
const codesOf = ({ engine }: Box) =>
  plantStore(engine.db)
    .ledger.rows(1, 1_000)
    .map(({ body }) => JSON.parse(body) as { type: string; command?: string })
    .filter(({ type }) => type === 'lot.registered')
    .map(({ command }) => command)

test('a box from a backup says how far it has come, and what it lost is done by being sent again, once', () => {
  const { back } = restored()
  expect(receive(back, 6)).toEqual({ received_seq: 2, highest_seq: 6, missing: [{ from: 3, to: 5 }] })
  for (const seq of [3, 4, 5, 4]) send(back, seq)
  expect(receive(back, 3, 4, 5)).toEqual({ received_seq: 6, highest_seq: 6, missing: [] })
  expect(codesOf(back)).toEqual([1, 2, 3, 4, 5].map(seq => `key-0000${seq}`))
})

test('what headquarters gave back to a restored box is not done again when the tablet sends it again', () => {
  const { box, back } = restored()
  const rows = plantStore(box.engine.db).ledger.rows(back.engine.head().seq + 1, 1_000)
  const bodies = rows.map(({ body }) => body)
  back.submit('append-healed', { from_seq: rows[0]!.seq, bodies, head: box.engine.head().hash })
  const head = back.engine.head()
  expect(receive(back)).toMatchObject({ received_seq: 2 })
  // It was done, and what it said then is gone with the disk.
  for (const seq of [3, 4, 5]) expect(send(back, seq)).toBe(null)
  expect(receive(back, 3, 4, 5)).toMatchObject({ received_seq: 5 })
  expect(back.engine.head()).toEqual(head)
})

test('a box that began a new epoch knows what came back to it late, event by event', () => {
  const { box, back } = restored()
  const rows = plantStore(box.engine.db).ledger.rows(back.engine.head().seq + 1, 1_000)
  back.submit('start-epoch', { actor: BOX, cause: 'cloud_unreachable', readings_seq: 0 })
  for (const { seq, hash, body } of rows) {
    const lost = { actor: BOX, epoch: 1, seq, hash: Buffer.from(hash).toString('hex'), body }
    expect(back.submit('recover-event', lost)).toEqual({ recovered: true })
  }
  for (const seq of [3, 4, 5]) expect(send(back, seq)).toBe(null)
  expect(rebuildProjections(back.engine.db).differences).toEqual([])
})

import { expect, test } from 'vitest'
import { OPERATOR, openBox, refusal } from './testing/box.ts'

const EPOCH = '019ab0a2-5c00-7000-8000-0000000000e1'
const DAY_MS = 86_400_000
const POINT = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) } as const

function openTablet() {
  const box = openBox()
  const { tablet_id } = box.submit('invite-tablet', {
    actor: OPERATOR,
    tablet_id: null,
    title: 'T07',
    station: null,
    digest: 'd',
    expires_at: new Date(box.clock.ms + 60_000).toISOString(),
  })
  box.submit('enrol-tablet', { by: { digest: 'd' }, key: POINT, epoch: EPOCH })
  const done_at = new Date(box.clock.ms).toISOString()
  const send = (seq: number, lot_code: string) => {
    const key = `key-0000${seq}`
    const sent = { tablet_id, key, epoch: EPOCH, seq, done_at }
    const given = { body: { lot_type: 'RAW' as const, weight_kg: '1', lot_code } }
    return box.act('register-lot', given, { sent, idempotency: { key, digest: lot_code } })
  }
  const receive = (seqs: number[]) =>
    box.submit('receive-tablet', { tablet_id, sent: seqs.map(seq => ({ epoch: EPOCH, seq })) })
  return { box, tablet_id, send, receive }
}

test('a command that was received long ago is not done anew when its key is forgotten, and a late one is done', () => {
  const { box, send, receive } = openTablet()
  expect(send(1, 'A-1')).toMatchObject({ lot_code: 'A-1' })
  expect(receive([1, 2])).toMatchObject({ received_seq: 2 })
  box.clock.ms += 40 * DAY_MS
  box.engine.tick()
  expect(refusal(() => send(1, 'A-1'))).toBe('command_outdated')
  expect(refusal(() => send(2, 'A-2'))).toBe('command_outdated')
  // A tablet that was in a drawer for as long has not sent this one.
  expect(send(3, 'A-3')).toMatchObject({ lot_code: 'A-3' })
})

test('a command of a tablet that is revoked is refused in the transaction that would do it', () => {
  const { box, tablet_id, send } = openTablet()
  box.submit('revoke-tablet', { actor: OPERATOR, tablet_id, reason: 'stolen' })
  expect(refusal(() => send(1, 'A-1'))).toBe('tablet_revoked')
  expect(refusal(() => box.submit('revoke-tablet', { actor: OPERATOR, tablet_id, reason: 'again' }))).toBe(
    'state_wrong',
  )
})

import { verify } from 'node:crypto'
import { zstdCompressSync } from 'node:zlib'
import { keyIdInput, parseNote } from '@flowviz/contract/checkpoint'
import { AnyEvent } from '@flowviz/contract/event'
import Value from 'typebox/value'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { publicKeyOf, rawPublicKey } from '../domain/checkpoint.ts'
import { sha256 } from '../domain/hash.ts'
import { TestHq } from '../testing/hq.ts'
import { PlantLedger } from '../testing/ledger.ts'
import type { TestPostgres } from '../testing/postgres.ts'
import { chainOf } from '../testing/snapshot.ts'
import { startMigratedPostgres } from '../testing/template.ts'

let postgres: TestPostgres
let hq: TestHq
let box: PlantLedger

beforeAll(async () => {
  postgres = await startMigratedPostgres()
}, 60_000)
afterAll(() => postgres.stop())
beforeEach(async () => {
  hq = await TestHq.start(await postgres.fresh())
  box = new PlantLedger('plant-1')
  await hq.enrol(box)
  box.start()
})
afterEach(() => hq.close())

const lots = async (site = box.site) => (await hq.ask(`/v1/lots?site=${site}`)).json.lots as { lot_code: string }[]

test('a lot of a plant is at headquarters with its weight, the hash of its row and the time it came', async () => {
  const row = box.lot('MILK-1')
  const { status, json } = await hq.push(box, box.batch(1, 2))
  expect(status).toBe(200)
  expect(json).toEqual({ head: { epoch: 1, seq: 2, hash: box.hashAt(2) }, stored: 2, receipt: null })
  const [lot] = (await hq.ask('/v1/lots')).json.lots as Record<string, unknown>[]
  expect(lot).toMatchObject({
    site: 'plant-1',
    lot_code: 'MILK-1',
    weight_kg: '12.500',
    seq: 2,
    epoch: 1,
    hash: row.hash,
    received_at: '2026-11-23T05:00:00.000Z',
    code_conflict: false,
  })
  expect((await hq.ask(`/v1/lots/${lot!.lot_id}`)).json).toEqual(lot)
})

test('a repeated batch adds nothing and gets the same receipt', async () => {
  box.lot('A')
  const text = box.batch(1, 2, { checkpoint: box.checkpoint(2) })
  const first = await hq.push(box, text)
  const second = await hq.push(box, text)
  expect(first.json).toMatchObject({ stored: 2 })
  expect(second.json).toEqual({ ...first.json, stored: 0 })
  expect(await lots()).toHaveLength(1)
})

test('a batch that overlaps what is held adds its new events only', async () => {
  for (const code of ['A', 'B', 'C']) box.lot(code)
  await hq.push(box, box.batch(1, 3))
  const { json } = await hq.push(box, box.batch(2, 4))
  expect(json).toMatchObject({ stored: 1, head: { seq: 4, hash: box.hashAt(4) } })
})

test('a gap is refused with the head that is held here', async () => {
  box.lot('A')
  box.lot('B')
  await hq.push(box, box.batch(1, 1))
  const { status, json } = await hq.push(box, box.batch(3, 3))
  expect(status).toBe(409)
  expect(json).toMatchObject({ code: 'ledger_gap', head: { epoch: 1, seq: 1, hash: box.hashAt(1) } })
})

test('another history under held numbers is a fork, raises the alarm of the site and changes no row', async () => {
  box.lot('A')
  await hq.push(box, box.batch(1, 2))
  const other = new PlantLedger(box.site, box.key)
  other.rows = box.rows.slice(0, 1)
  other.lot('B')
  other.lot('C')
  const { status, json } = await hq.push(box, other.batch(2, 3))
  expect(status).toBe(409)
  expect(json).toMatchObject({ code: 'ledger_fork', head: { seq: 2, hash: box.hashAt(2) } })
  expect((await hq.ask('/v1/sites/plant-1')).json.fork).toContain('Event 2')
  expect((await chainOf(hq.pool, box.site, box.publicKey)).bodies).toEqual(box.rows.map(row => row.body))
})

test('a chain that does not end in the head of the batch changes nothing', async () => {
  box.lot('A')
  const { status, json } = await hq.push(box, box.batch(1, 2, { head: 'ab'.repeat(32) }))
  expect([status, json.code]).toEqual([422, 'chain_broken'])
  expect((await hq.pull(box, 'head')).json).toMatchObject({ ledger: { seq: 0, hash: box.hashAt(0) } })
})

test('a checkpoint in the middle of a batch comes back with the signature of headquarters', async () => {
  for (let at = 0; at < 6; at++) box.lot(`L-${at}`)
  const note = box.checkpoint(4)
  const { json } = await hq.push(box, box.batch(1, 7, { checkpoint: note }))
  const receipt = parseNote(String(json.receipt))!
  expect(receipt.text).toBe(parseNote(note)!.text)
  const raw = rawPublicKey(hq.witness)
  const line = receipt.signatures.find(one => one.name === 'flowviz-hq')!
  const bytes = Buffer.from(line.value, 'base64')
  expect(bytes.subarray(0, 4)).toEqual(sha256(keyIdInput('flowviz-hq', Buffer.from(raw, 'base64'))).subarray(0, 4))
  expect(verify(null, Buffer.from(receipt.text), publicKeyOf(raw), bytes.subarray(4))).toBe(true)
})

test('a checkpoint that was signed for rows sent long ago is countersigned too', async () => {
  for (let at = 0; at < 6; at++) box.lot(`L-${at}`)
  await hq.push(box, box.batch(1, 5, { checkpoint: box.checkpoint(2) }))
  const { status, json } = await hq.push(box, box.batch(6, 7, { checkpoint: box.checkpoint(3) }))
  expect([status, json.stored]).toEqual([200, 2])
  expect(parseNote(String(json.receipt))!.signatures).toHaveLength(2)
})

test('a checkpoint of another tree, of another key or beyond the batch stores nothing', async () => {
  box.lot('A')
  box.lot('B')
  const stranger = new PlantLedger(box.site)
  stranger.rows = box.rows
  const other = new PlantLedger(box.site, box.key)
  other.start()
  other.lot('X')
  for (const checkpoint of [other.checkpoint(2), stranger.checkpoint(2), box.checkpoint(3), 'no note']) {
    const { status, json } = await hq.push(box, box.batch(1, 2, { checkpoint }))
    expect([status, json.code]).toEqual([422, 'checkpoint_invalid'])
  }
  expect((await hq.pull(box, 'head')).json).toMatchObject({ ledger: { seq: 0 } })
})

test('the box of another site can neither write nor read here', async () => {
  const other = new PlantLedger('plant-2')
  await hq.enrol(other)
  const url = '/v1/sites/plant-1/ledger'
  const written = await hq.asBox(other, { method: 'POST', url }, { text: box.batch(1, 1) })
  expect([written.status, written.json.code]).toEqual([403, 'site_mismatch'])
  const read = await hq.asBox(other, { method: 'GET', url: '/v1/sites/plant-1/head' })
  expect([read.status, read.json.code]).toEqual([403, 'site_mismatch'])
  const smuggled = await hq.push(other, box.batch(1, 1))
  expect([smuggled.status, smuggled.json.code]).toEqual([403, 'site_mismatch'])
})

test('a token is good for one request, one body, one address and two minutes', async () => {
  const refusal = async (sent: Parameters<TestHq['push']>[2]) => (await hq.push(box, box.batch(1, 1), sent)).json.code
  const now_s = hq.clock.ms / 1000
  expect((await hq.push(box, box.batch(1, 1), { claims: { jti: 'once-only' } })).status).toBe(200)
  expect(await refusal({ claims: { jti: 'once-only' } })).toBe('token_replayed')
  expect(await refusal({ claims: { digest: 'ab'.repeat(32) } })).toBe('digest_mismatch')
  expect(await refusal({ claims: { sub: 'POST /v1/sites/plant-1/readings' } })).toBe('token_invalid')
  expect(await refusal({ claims: { aud: 'somebody-else' } })).toBe('token_invalid')
  expect(await refusal({ claims: { exp: now_s + 3_600 } })).toBe('token_invalid')
  expect(await refusal({ claims: { iss: 'box:plant-9' } })).toBe('box_unknown')
})

test('a box whose clock is wrong is told the time', async () => {
  const old_s = hq.clock.ms / 1000 - 86_400
  const { status, json } = await hq.push(box, box.batch(1, 1), { claims: { iat: old_s, exp: old_s + 60 } })
  expect([status, json.code, json.server_time]).toEqual([401, 'token_expired', '2026-11-23T05:00:00.000Z'])
})

test('a batch of a future version is refused by name, and nothing changes', async () => {
  const { status, json } = await hq.push(box, box.batch(1, 1, { v: 2 as 1 }))
  expect([status, json.code]).toEqual([400, 'version_unsupported'])
})

test('an event of a future version or an unknown type is kept as a dead letter and blocks nothing behind it', async () => {
  const base = Value.Parse(AnyEvent, JSON.parse(box.lot('A').body))
  const later = (seq: number, more: object) => JSON.stringify({ ...base, id: box.newId(), seq, ...more })
  box.addBody(later(3, { v: 2 }))
  box.addBody(later(4, { type: 'batch.teleported' }))
  box.addBody(later(5, { type: 'lot.registered', data: { lot_code: 7 } }))
  box.lot('B')
  expect((await hq.push(box, box.batch(1, 6))).json).toMatchObject({ stored: 6 })
  expect((await lots()).map(lot => lot.lot_code)).toEqual(['B', 'A'])
  const { json } = await hq.ask('/v1/dead-letters')
  expect(json.dead_letters).toMatchObject([
    { site: 'plant-1', seq: 3, v: 2, type: base.type },
    { seq: 4, type: 'batch.teleported' },
    { seq: 5, type: 'lot.registered' },
  ])
  expect((await hq.ask('/v1/sites/plant-1')).json).toMatchObject({ dead_letters: 3, lots_total: 2 })
})

test('a lot that Postgres cannot hold becomes a dead letter; the lots of the same batch are there', async () => {
  box.lot('A')
  box.lot('B', { product: 'with a \u0000 in it' })
  box.lot('C')
  expect((await hq.push(box, box.batch(1, 4))).json).toMatchObject({ stored: 4 })
  expect((await lots()).map(lot => lot.lot_code)).toEqual(['C', 'A'])
  expect((await hq.ask('/v1/dead-letters')).json.dead_letters).toMatchObject([{ seq: 3, type: 'lot.registered' }])
})

test('a batch that is not well formed is refused with the number of the line', async () => {
  box.lot('A')
  const lines = box.batch(1, 2).split('\n')
  const broken = [lines[0], lines[1], '{"v":1', ''].join('\n')
  const swapped = [lines[0], lines[2], lines[1], ''].join('\n')
  for (const [text, line] of [
    [broken, 'Line 3'],
    [swapped, 'Line 2'],
    ['{}\n', 'Line 1'],
    [`${lines[0]}\n${lines[1]}\n`, 'counts 2'],
  ]) {
    const { status, json } = await hq.push(box, text!)
    expect([status, json.code]).toEqual([400, 'batch_invalid'])
    expect(json.detail).toContain(line)
  }
})

test('a bomb of zeros, a body over the limit and an unknown encoding are refused without harm', async () => {
  const bomb = await hq.push(box, '', { body: zstdCompressSync(Buffer.alloc(200_000_000)) })
  expect([bomb.status, bomb.json.code]).toEqual([413, 'body_too_large'])
  const large = await hq.push(box, '', { encoding: 'identity', body: Buffer.alloc(2_000_000, 32) })
  expect([large.status, large.json.code]).toEqual([413, 'body_too_large'])
  const unknown = await hq.push(box, box.batch(1, 1), { encoding: 'br' })
  expect([unknown.status, unknown.json.code]).toEqual([415, 'media_type_unsupported'])
  const noise = await hq.push(box, '', { body: Buffer.from('not zstd at all') })
  expect([noise.status, noise.json.code]).toEqual([400, 'batch_invalid'])
  expect((await hq.push(box, box.batch(1, 1))).status).toBe(200)
})

test('a new epoch goes on from a held row; the end of the old one stays and can be asked back', async () => {
  for (const code of ['A', 'B', 'C']) box.lot(code)
  await hq.push(box, box.batch(1, 4))
  const restored = box.restoreTo(2)
  restored.lot('D')
  const { json } = await hq.push(restored, restored.batch(3, 4, { checkpoint: restored.checkpoint(4) }))
  expect(json).toMatchObject({ stored: 2, head: { epoch: 2, seq: 4, hash: restored.hashAt(4) } })
  expect(json.receipt).not.toBeNull()
  expect((await hq.pull(box, 'ledger?epoch=1&from_seq=3')).text).toBe(`${box.rows[2]!.body}\n${box.rows[3]!.body}\n`)
  expect((await hq.pull(box, 'ledger?epoch=2&from_seq=1')).text.split('\n')[0]).toBe(restored.rows[2]!.body)
  expect((await hq.pull(box, 'ledger?epoch=2&from_seq=9')).text).toBe('')
  const [lost] = box.rows.slice(2)
  restored.add('ledger.recovered', { epoch: 1, seq: 3, hash: lost!.hash, body: lost!.body })
  expect((await hq.push(restored, restored.batch(5, 5))).status).toBe(200)
  expect((await lots()).map(lot => lot.lot_code)).toEqual(['D', 'C', 'B', 'A'])
  expect((await hq.push(box, box.batch(1, 4))).json).toMatchObject({ stored: 0, head: { epoch: 2, seq: 5 } })
})

test('a new epoch from a row that is not held, or is another one, does not begin', async () => {
  for (const code of ['A', 'B']) box.lot(code)
  await hq.push(box, box.batch(1, 2))
  const ahead = box.restoreTo(3)
  expect((await hq.push(ahead, ahead.batch(4, 4))).json).toMatchObject({ code: 'ledger_gap', head: { seq: 2 } })
  const other = new PlantLedger(box.site, box.key)
  other.start()
  other.lot('X')
  const forked = other.restoreTo(2)
  expect((await hq.push(forked, forked.batch(3, 3))).json).toMatchObject({ code: 'ledger_fork' })
})

test('an epoch takes the alarm of a fork away, because it says where it left', async () => {
  box.lot('A')
  await hq.push(box, box.batch(1, 2))
  const old = new PlantLedger(box.site, box.key)
  old.rows = box.rows.slice(0, 1)
  old.lot('B')
  await hq.push(old, old.batch(2, 2))
  expect((await hq.ask('/v1/sites/plant-1')).json.fork).not.toBeNull()
  const restored = box.restoreTo(1)
  await hq.push(restored, restored.batch(2, 2))
  expect((await hq.ask('/v1/sites/plant-1')).json).toMatchObject({ fork: null, head: { epoch: 2, seq: 2 } })
})

test('two lots of one code are both marked', async () => {
  box.lot('A')
  box.lot('A')
  await hq.push(box, box.batch(1, 2))
  await hq.push(box, box.batch(3, 3))
  expect(await lots()).toMatchObject([{ code_conflict: true }, { code_conflict: true }])
})

test('nobody changes or removes a row of the ledger, not even the owner of the table', async () => {
  await hq.push(box, box.batch(1, 1))
  for (const sql of [
    `UPDATE ledger SET body = ''`,
    'DELETE FROM ledger',
    'TRUNCATE ledger',
    `SET LOCAL session_replication_role = replica; DELETE FROM ledger`,
  ])
    await expect(hq.pool.query(sql)).rejects.toMatchObject({ code: '42501' })
})

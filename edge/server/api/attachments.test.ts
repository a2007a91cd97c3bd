import { hash, randomBytes } from 'node:crypto'
import type { Attachment, AttachmentPage } from '@flowviz/contract/attachment'
import type { AuditPage } from '@flowviz/contract/audit'
import type { Lot } from '@flowviz/contract/lot'
import type { Role } from '@flowviz/contract/role'
import { expect, test } from 'vitest'
import { startPlant, type TestPlant } from '../testing/plant.ts'

const PHOTO = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(2_000_000)])

async function register(plant: TestPlant): Promise<Lot> {
  const body = { lot_type: 'RAW', weight_kg: '12.50', manual_reason: 'scale away' }
  return (await (await plant.post('OPERATOR', '/api/v1/lots', { body })).json()) as Lot
}

interface Sent {
  subject: string
  bytes?: Buffer
  type?: string
  name?: string
  role?: Role
}

const send = (plant: TestPlant, { subject, bytes = PHOTO, type = 'image/jpeg', name = 'seal.jpg', role }: Sent) =>
  plant.ask(role ?? 'OPERATOR', `/api/v1/attachments?subject=${subject}&name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(bytes),
  })

const list = async (plant: TestPlant, query: string) =>
  (await (await plant.ask('VIEWER', `/api/v1/attachments?${query}`)).json()) as AttachmentPage

test('a photo of a lot comes back byte for byte, is listed with its lot, and stands in its history', async () => {
  const plant = await startPlant()
  const lot = await register(plant)
  const subject = `lot:${lot.lot_id}`
  const response = await send(plant, { subject, name: 'Siegel – Żółć.jpg' })
  expect(response.status).toBe(201)
  const attachment = (await response.json()) as Attachment
  const sha256 = hash('sha256', PHOTO)
  expect(attachment).toMatchObject({ sha256, size_bytes: PHOTO.length, media_type: 'image/jpeg', subject })
  expect(await list(plant, `subject=${subject}`)).toEqual({ attachments: [attachment], next: null })

  const got = await plant.ask('VIEWER', response.headers.get('location')!)
  expect(hash('sha256', Buffer.from(await got.arrayBuffer()))).toBe(sha256)
  expect(Object.fromEntries(got.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    etag: `"${sha256}"`,
    'content-disposition': `attachment; filename="${sha256.slice(0, 16)}.jpg"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  const again = await plant.ask('VIEWER', `/api/v1/attachments/${sha256}`, {
    headers: { 'if-none-match': `"${sha256}"` },
  })
  expect(again.status).toBe(304)

  const trail = (await (await plant.ask('AUDITOR', `/api/v1/audit?subject=${subject}`)).json()) as AuditPage
  expect(trail.entries.map(({ type }) => type)).toEqual(['attachment.added', 'lot.registered'])
  expect(trail.entries[0]).toMatchObject({ data: { sha256, name: 'Siegel – Żółć.jpg' }, before: null })
})

test('the same document again for the same record is one attachment; for another record its bytes stand once', async () => {
  const plant = await startPlant()
  const [a, b] = [await register(plant), await register(plant)]
  const first = await send(plant, { subject: `lot:${a.lot_id}` })
  const before = await plant.seq()
  const again = await send(plant, { subject: `lot:${a.lot_id}` })
  expect([again.status, await again.json()]).toEqual([200, await first.json()])
  expect(await plant.seq()).toBe(before)
  const other = await send(plant, { subject: `lot:${b.lot_id}` })
  expect(other.status).toBe(201)
  expect((await list(plant, `subject=lot:${b.lot_id}`)).attachments).toHaveLength(1)
})

test('a list is read page by page', async () => {
  const plant = await startPlant()
  const { lot_id } = await register(plant)
  const subject = `lot:${lot_id}`
  for (const name of ['a', 'b', 'c']) await send(plant, { subject, name })
  const first = await list(plant, `subject=${subject}&limit=2`)
  const second = await list(plant, `subject=${subject}&limit=2&cursor=${first.next}`)
  expect([...first.attachments, ...second.attachments].map(({ name }) => name)).toEqual(['c', 'b', 'a'])
  expect(second.next).toBeNull()
})

test('bytes that are not what they say, of nothing, or too many are refused, and nothing is written', async () => {
  const plant = await startPlant()
  const { lot_id } = await register(plant)
  const subject = `lot:${lot_id}`
  for (const role of ['AUDITOR', 'VIEWER'] as const) await plant.ask(role, '/api/v1/me')
  const before = await plant.seq()
  const jpeg = (size: number) => Buffer.concat([PHOTO.subarray(0, 4), Buffer.alloc(size - 4)])
  const rows: [Partial<Sent>, number, string][] = [
    [{ bytes: Buffer.from('MZ a program') }, 422, 'attachment_invalid'],
    [{ type: 'application/pdf' }, 422, 'attachment_invalid'],
    [{ bytes: Buffer.alloc(0) }, 422, 'attachment_invalid'],
    [{ type: 'image/svg+xml', bytes: Buffer.from('<svg/>') }, 415, 'media_type_unsupported'],
    [{ type: 'application/json', bytes: Buffer.from('{}') }, 415, 'media_type_unsupported'],
    [{ bytes: jpeg(8_388_609) }, 413, 'body_too_large'],
    [{ subject: 'lot:019ab0a2-5c00-7000-8000-00000000dead' }, 404, 'subject_unknown'],
    [{ subject: 'the lot' }, 400, 'body_invalid'],
    [{ name: '../../etc/passwd' }, 400, 'body_invalid'],
    [{ role: 'AUDITOR' }, 403, 'role_insufficient'],
  ]
  for (const [sent, status, code] of rows) {
    const response = await send(plant, { subject, ...sent })
    const problem = (await response.json()) as { code: string }
    expect([sent.type, sent.name, response.status, problem.code]).toEqual([sent.type, sent.name, status, code])
  }
  expect((await plant.ask('VIEWER', `/api/v1/attachments/${'0'.repeat(64)}`)).status).toBe(404)
  expect((await list(plant, `subject=${subject}`)).attachments).toEqual([])
  // Only the refusal of the role is written, some time after its answer.
  await expect.poll(() => plant.seq()).toBe(before + 1)
  expect((await send(plant, { subject, bytes: jpeg(8_388_608) })).status).toBe(201)
})

test('only the door of attachments takes more than 1 MiB', async () => {
  const plant = await startPlant()
  const body = { lot_type: 'RAW', weight_kg: '1', manual_reason: 'x'.repeat(1_048_576) }
  expect((await plant.post('OPERATOR', '/api/v1/lots', { body })).status).toBe(413)
})

test('a photo is there after a restart', async () => {
  const plant = await startPlant()
  const { lot_id } = await register(plant)
  await send(plant, { subject: `lot:${lot_id}` })
  await plant.stop()
  const next = await startPlant(plant.files)
  const got = await next.ask('VIEWER', `/api/v1/attachments/${hash('sha256', PHOTO)}`)
  expect(Buffer.from(await got.arrayBuffer()).equals(PHOTO)).toBe(true)
})

import { expect, onTestFinished, test, vi } from 'vitest'
import { startBox } from './testing/box.ts'
import { startHq } from './testing/site.ts'

vi.setConfig({ testTimeout: 60_000 })
const EPOCH = '019ab0a2-5c00-7000-8000-0000000000e'
const KEY = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) } as const
const PERSON = {
  kind: 'person',
  id: '019ab0a2-5c00-7000-8000-000000000001',
  role: 'MANAGER',
  station: null,
  device: null,
  auth: 'pin',
} as const

test('headquarters is told that a tablet lost its storage within a minute of the wire coming back', async () => {
  const hq = await startHq()
  onTestFinished(() => hq.stop())
  const { wish, link } = await hq.site('plant-tablet')
  const box = await startBox(wish)
  onTestFinished(() => box.stop())
  const setUp = async (digest: string, epoch: string, tablet_id: string | null) => {
    const invitation = { actor: PERSON, tablet_id, title: 'T07', station: null, digest }
    await box.writer.submit('invite-tablet', { ...invitation, expires_at: '2999-01-01T00:00:00.000Z' })
    return box.writer.submit('enrol-tablet', { by: { digest }, key: KEY, epoch })
  }
  const { tablet_id } = await setUp('first', `${EPOCH}1`, null)
  await box.writer.submit('receive-tablet', { tablet_id, sent: [{ epoch: `${EPOCH}1`, seq: 1 }] })
  link.mode('refused')
  await setUp('second', `${EPOCH}2`, tablet_id)
  const { url, admin } = hq.headquarters
  const login = await fetch(`${url}/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: admin.name, secret: admin.secret }),
  })
  const { access_token } = (await login.json()) as { access_token: string }
  const alarms = async () => {
    const headers = { authorization: `Bearer ${access_token}` }
    const response = await fetch(`${url}/v1/sites/plant-tablet/alarms`, { headers })
    return ((await response.json()) as { alarms?: { kind: string; text: string }[] }).alarms ?? []
  }
  expect(await alarms()).toEqual([])
  link.mode('open')
  await vi.waitFor(async () => {
    expect(await alarms()).toMatchObject([
      {
        kind: 'tablet',
        about: 'tablet:t01',
        text: 'Tablet T07 lost its storage. Command 1 was the last received; what was made on it after that and not sent is gone.',
      },
    ])
  }, 60_000)
})

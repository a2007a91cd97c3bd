import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { sendAsPerson } from './door.ts'
import type { Entry } from './entry.ts'
import { entryOf } from './envelope.ts'

const [ANA, BEN] = ['019ab0a2-5c00-7000-8000-00000000000a', '019ab0a2-5c00-7000-8000-00000000000b']
const HEADERS = { 'content-type': 'application/json', 'x-flowviz': '1' }

const entry = (): Entry =>
  entryOf({ command: 'move-stock', params: { lot_id: 'A' } } as never, {
    key: 'one',
    person_id: ANA,
    auth: 'online',
    wall: 0,
    mono_ms: 0,
    boot_id: 'boot',
    skew_ms: null,
  })

/** A door to an appliance that takes the token of the person who is signed in now, and finds the first one too old. */
function door(person_id = signal<string | null>(ANA)) {
  const sent: (string | null)[] = []
  const parts = {
    person_id,
    token: () => person_id.value,
    refresh: async () => undefined as unknown,
    heard: () => undefined,
    monotonic: () => 0,
    after: () => () => undefined,
    fetch: async (_url: string, init: RequestInit) => {
      sent.push(new Headers(init.headers).get('authorization'))
      const [status, body] = sent.length === 1 ? [401, { code: 'token_expired', title: '' }] : [200, { verdicts: [] }]
      return new Response(JSON.stringify(body), { status, headers: HEADERS })
    },
  }
  return { parts, sent, person_id }
}

test('a token that has run out is fetched anew, once', async () => {
  const { parts, sent } = door()
  expect((await sendAsPerson(parts, [entry()])).kind).toBe('verdicts')
  expect(sent).toEqual([`Bearer ${ANA}`, `Bearer ${ANA}`])
})

test('what one person did is never sent with the token of the next who signed in meanwhile', async () => {
  const { parts, sent, person_id } = door()
  parts.refresh = async () => {
    person_id.value = BEN
  }
  expect((await sendAsPerson(parts, [entry()])).kind).toBe('passing')
  expect(sent).toEqual([`Bearer ${ANA}`])
})

import type { Session } from '@flowviz/contract/identity'
import type { TestPlant } from './plant.ts'

/** An answer with its body read. */
export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the door says.
  body: any
}

/** A screen at which a person is signed in. */
export interface Screen {
  session: Session
  cookie: string
  /** `POST /api/v1/lots` */
  send(line: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
}

/** Tries to sign in. */
export async function tryLogin(plant: TestPlant, who: object): Promise<Answer> {
  const response = await plant.post(null, '/api/v1/login', { body: who })
  return { status: response.status, body: await response.json() }
}

/** A person signed in at a screen of its own. */
export async function screenOf(plant: TestPlant, who: object): Promise<Screen> {
  const response = await plant.post(null, '/api/v1/login', { body: who })
  const session = (await response.json()) as Session
  const [cookie = ''] = response.headers.getSetCookie()
  return { session, cookie: cookie.split(';')[0]!, send: sender(plant, session.access_token) }
}

/** Sends as the bearer of a token. */
export function sender(plant: TestPlant, token: string): Screen['send'] {
  return async (line, body, headers = {}) => {
    const [method = '', path = ''] = line.split(' ')
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const init = { method, headers: { authorization: `Bearer ${token}`, ...type, ...headers }, ...sent }
    const response = await plant.ask(null, path, init)
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : JSON.parse(text) }
  }
}

/** Events of a type, newest first. */
export async function eventsOf(plant: TestPlant, type: string): Promise<Answer['body'][]> {
  const response = await plant.ask('AUDITOR', `/api/v1/ledger/events?type=${type}`)
  const { events } = (await response.json()) as { events: { event: unknown }[] }
  return events.map(({ event }) => event)
}

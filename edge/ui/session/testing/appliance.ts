import type { FloorLogin, Person, Session } from '@flowviz/contract/identity'
import { ApiError } from '@flowviz/contract/screen/api-client'
import type { SecretChange } from '@flowviz/contract/user'

/** An appliance as a tablet sees it: logins, the cookie that they leave in the browser, and a network that may swallow. */
export interface PretendedAppliance {
  /** `silent`: never answers while it is so; `gone`: refuses at once. */
  network: 'open' | 'silent' | 'gone'
  pins: Map<string, string>
  /** Names of those whose PIN somebody else set. */
  foreign: Set<string>
  /** What is done is done, and no answer to it arrives. */
  deaf: boolean
  /** Whose session the browser's cookie is. */
  cookie: Person | null
  /** Sessions that were ended, by name. */
  ended: string[]
  login: (request: FloorLogin, options: RequestInit) => Promise<Session>
  refresh: () => Promise<Session>
  logout: (options?: RequestInit) => Promise<void>
  changeSecret: (change: SecretChange) => Promise<Session>
}

export function pretendAppliance(people: readonly Person[]): PretendedAppliance {
  const refusal = (status: number, code: string) => new ApiError({ status, code, detail: code, hint: '' })
  const answer = async (signal?: AbortSignal | null) => {
    if (appliance.network === 'gone') throw refusal(0, 'unreachable')
    if (appliance.network === 'open') return
    await new Promise<void>((_resolve, reject) =>
      signal?.addEventListener('abort', () => reject(refusal(0, 'unreachable'))),
    )
  }
  const sessionOf = (person: Person): Session => ({
    access_token: `token of ${person.name}`,
    expires_in_s: 900,
    person,
    ...(appliance.foreign.has(person.name) ? { must_change: true } : {}),
  })
  const appliance: PretendedAppliance = {
    network: 'open',
    pins: new Map(),
    foreign: new Set(),
    deaf: false,
    cookie: null,
    ended: [],
    login: async ({ name, secret }, { signal }) => {
      await answer(signal)
      const person = people.find(one => one.name === name)
      if (person === undefined || appliance.pins.get(person.name) !== secret) throw refusal(401, 'credentials_wrong')
      appliance.cookie = person
      return sessionOf(person)
    },
    refresh: async () => {
      await answer()
      if (appliance.cookie === null) throw refusal(401, 'token_invalid')
      return sessionOf(appliance.cookie)
    },
    changeSecret: async ({ old_secret, secret }) => {
      await answer()
      const person = appliance.cookie
      if (person === null || appliance.pins.get(person.name) !== old_secret) throw refusal(401, 'credentials_wrong')
      appliance.pins.set(person.name, secret)
      appliance.foreign.delete(person.name)
      // Done, and the answer is lost on its way.
      if (appliance.deaf) throw refusal(0, 'unreachable')
      return { ...sessionOf(person), access_token: `new token of ${person.name}` }
    },
    logout: async () => {
      await answer()
      if (appliance.cookie !== null) appliance.ended.push(appliance.cookie.name)
      appliance.cookie = null
    },
  }
  return appliance
}

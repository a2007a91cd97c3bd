import type { FloorLogin, Person, Session } from '@flowviz/contract/identity'
import { type Access, createAccess } from '@flowviz/contract/screen/access'
import { ApiError } from '@flowviz/contract/screen/api-client'
import type { Answer } from '@flowviz/contract/screen/trouble'
import type { SecretChange } from '@flowviz/contract/user'
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Holder } from './holder.ts'

export interface FloorAccessParts {
  login: (request: FloorLogin, options: RequestInit) => Promise<Session>
  refresh: () => Promise<Session>
  logout: (options?: RequestInit) => Promise<unknown>
  changeSecret: (change: SecretChange) => Promise<Session>
  holder: Holder
}

export interface FloorAccess extends Access<FloorLogin> {
  /** Somebody else set the secret of who is signed in: it is theirs only when they have changed it, and nothing works before. */
  mustChange: ReadonlySignal<boolean>
  /** Gives who is signed in a new secret. */
  changeSecret: (change: SecretChange) => Promise<Answer<Person>>
}

/** An access for a tablet that many share: its token is only ever used for the person who is here. */
export function createFloorAccess(parts: FloorAccessParts): FloorAccess {
  const { login, refresh, logout, holder } = parts
  const mustChange = signal(false)
  const access = createAccess<FloorLogin>({
    login: (request, signal) => login(request, signal === undefined ? {} : { signal }),
    refresh: async () => {
      const session = await refresh()
      if (holder.accepts(session.person)) return session
      // Somebody who has left this tablet while the appliance was away: that sign-out is made up for.
      await logout({ headers: { authorization: `Bearer ${session.access_token}` } }).catch(() => undefined)
      throw new ApiError({
        code: 'token_invalid',
        status: 401,
        detail: 'The session that this tablet kept is of somebody else.',
        hint: 'Enter your PIN.',
      })
    },
    logout,
    person: (person, session) => {
      mustChange.value = session?.must_change === true
      holder.took(person)
    },
  })
  return {
    ...access,
    token: () => (holder.isOnline() ? access.token() : null),
    mustChange,
    changeSecret: change => access.renew(() => parts.changeSecret(change)),
  }
}

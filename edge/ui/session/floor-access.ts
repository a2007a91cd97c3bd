import type { FloorLogin, Session } from '@flowviz/contract/identity'
import { type Access, createAccess } from '@flowviz/contract/screen/access'
import { ApiError } from '@flowviz/contract/screen/api-client'
import type { Holder } from './holder.ts'

export interface FloorAccessParts {
  login: (request: FloorLogin, options: RequestInit) => Promise<Session>
  refresh: () => Promise<Session>
  logout: (options?: RequestInit) => Promise<unknown>
  holder: Holder
}

export interface FloorAccess extends Access<FloorLogin> {
  /** Somebody else set the secret of the last who signed in: it is theirs only when they have changed it. */
  mustChange: () => boolean
}

/** An access for a tablet that many share: its token is only ever used for the person who is here. */
export function createFloorAccess({ login, refresh, logout, holder }: FloorAccessParts): FloorAccess {
  let mustChange = false
  const access = createAccess<FloorLogin>({
    login: async (request, signal) => {
      const session = await login(request, signal === undefined ? {} : { signal })
      mustChange = session.must_change === true
      return session
    },
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
    person: holder.took,
  })
  return {
    ...access,
    token: () => (holder.isOnline() ? access.token() : null),
    mustChange: () => mustChange,
  }
}

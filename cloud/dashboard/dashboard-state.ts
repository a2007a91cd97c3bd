import { configureClient } from '@flowviz/cloud-client/fetch'
import { login, logout, refresh } from '@flowviz/cloud-client/generated/api'
import type { HqLiveMessage } from '@flowviz/contract/hq'
import type { Person } from '@flowviz/contract/identity'
import { createAccess } from '@flowviz/contract/screen/access'
import { type ClockParts, serverClock } from '@flowviz/contract/screen/server-clock'
import { effect, signal } from '@preact/signals'
import { createHqApi } from './api/hq-api.ts'
import { createLiveState } from './live/live-state.ts'
import { createDetailState } from './lot/detail-state.ts'
import { createLotState } from './lot/lot-state.ts'
import { createQualityState } from './quality/quality-state.ts'
import { createSessionState } from './session/session-state.ts'
import { createSiteState } from './site/site-state.ts'
import { createTemperatureState } from './temperature/temperature-state.ts'

export interface DashboardParts extends ClockParts {
  after: (ms: number, call: () => void) => () => void
  random: () => number
}

export type Dashboard = ReturnType<typeof createDashboard>

/** All states of the HQ screen, wired; no DOM. */
export function createDashboard(parts: DashboardParts) {
  const clock = serverClock(parts)
  const now = signal(clock.now())
  const beat = () => {
    now.value = Math.floor(clock.now() / 1000) * 1000
  }
  const person = signal<Person | null>(null)
  const access = createAccess({
    login: request => login(request),
    refresh,
    logout,
    person: next => {
      person.value = next
    },
  })
  configureClient({ token: access.token })
  const api = createHqApi(access)
  const sites = createSiteState(api)
  /** The newest lots of all sites, on the overview. */
  const newest = createLotState(api)
  /** The lots of the search. */
  const lots = createLotState(api)

  const hear = (message: HqLiveMessage) => {
    if (message.type === 'site') sites.hear(message.site)
    if (message.type === 'fork') void sites.load()
    if (message.type === 'lot') for (const list of [newest, lots]) list.hear(message.lot)
    if (message.type !== 'hello') return
    clock.heard(message.server_time)
    beat()
    void sites.load()
    void newest.search({ q: '', site: '' })
  }
  const live = createLiveState({ open: api.stream, after: parts.after, random: parts.random }, hear)
  effect(() => {
    if (person.value === null) live.stop()
    else live.start()
  })
  return {
    now,
    beat,
    session: createSessionState(access, person),
    live,
    sites,
    newest,
    lots,
    lotById: api.lot,
    details: createDetailState(api),
    quality: createQualityState(api),
    temperatures: createTemperatureState(api, now),
  }
}

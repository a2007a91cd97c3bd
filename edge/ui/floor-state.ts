import type { Person } from '@flowviz/contract/identity'
import { createAccess } from '@flowviz/contract/screen/access'
import { uuidMaker } from '@flowviz/contract/uuid'
import { configureClient } from '@flowviz/edge-client/fetch'
import { login, logout, refresh } from '@flowviz/edge-client/generated/api'
import { computed, effect, type Signal, signal } from '@preact/signals'
import { createAlarmState } from './alarm/alarm-state.ts'
import { createEdgeApi } from './api/edge-api.ts'
import { createClock } from './clock/clock-state.ts'
import { createDeviceStates } from './device/device-state.ts'
import { createLiveState } from './live/live-state.ts'
import { createLotState } from './lot/lot-state.ts'
import { createRegistrationState } from './lot/registration-state.ts'
import { createSessionState } from './session/session-state.ts'
import { createSyncState } from './sync/sync-state.ts'
import { createTemperatureState } from './temperature/temperature-state.ts'
import { createWeightState, rememberedSignal } from './weight/weight-state.ts'

/** What the floor screen takes from the browser. */
export interface FloorParts {
  after: (ms: number, call: () => void) => () => void
  monotonic: () => number
  wall: () => number
  randomBytes: (count: number) => Uint8Array
  storage: Pick<Storage, 'getItem' | 'setItem'>
}

export type Floor = ReturnType<typeof createFloor>

/** All states of the floor screen, wired; no DOM. */
export function createFloor(parts: FloorParts) {
  const clock = createClock(parts)
  const person = signal<Person | null>(null)
  const access = createAccess({
    login,
    refresh,
    logout,
    person: next => {
      person.value = next
    },
  })
  configureClient({ token: access.token })
  const api = createEdgeApi(access)
  const station: Signal<string | null> = rememberedSignal(parts.storage, 'flowviz.station')
  const site = signal<string | null>(null)
  const session = createSessionState({ access, people: api.people, station, person })
  const devices = createDeviceStates(parts.monotonic)
  const lots = createLotState(api, clock.now)
  const alarms = createAlarmState(api)

  const live = createLiveState(
    { open: api.stream, after: parts.after, random: () => parts.randomBytes(1)[0]! / 255 },
    {
      hello: message => {
        clock.heard(message.server_time)
        site.value = message.site
        void load()
      },
      reading: message => devices.hearReading(message.reading),
      device: message => devices.hearDevice(message.device),
      lot: message => lots.hear(message.lot),
      sync: message => sync.hear(message.sync),
      alarm: message => alarms.hear(message.alarm),
    },
  )
  const sync = createSyncState(clock.now, live.status)
  const weight = createWeightState({
    clock,
    devices,
    live: live.status,
    remembered: rememberedSignal(parts.storage, 'flowviz.scale'),
  })
  const registration = createRegistrationState({
    register: api.registerLot,
    newKey: uuidMaker(parts.wall, parts.randomBytes),
    scaleId: computed(() => weight.scale.value?.id ?? null),
    scaleProblem: weight.problem,
    done: lots.hear,
    storage: parts.storage,
  })

  async function load() {
    const [found, , status] = await Promise.all([api.devices(), lots.load(), api.sync(), alarms.load()])
    if (found.ok) devices.replace(found.value.devices)
    if (status.ok) sync.hear(status.value)
  }

  // One stream while somebody is signed in; none on the sign-in screen, which has no right to it.
  effect(() => {
    if (person.value === null) live.stop()
    else live.start()
  })

  return {
    clock,
    session,
    station,
    site,
    live,
    sync,
    devices,
    alarms,
    weight,
    lots,
    registration,
    temperatures: createTemperatureState(devices),
  }
}

import type { Person } from '@flowviz/contract/identity'
import { createAccess } from '@flowviz/contract/screen/access'
import { uuidMaker } from '@flowviz/contract/uuid'
import { configureClient } from '@flowviz/edge-client/fetch'
import { login, logout, minClient, refresh } from '@flowviz/edge-client/generated/api'
import { computed, effect, type Signal, signal } from '@preact/signals'
import { createEdgeApi } from './api/edge-api.ts'
import { createClock } from './clock/clock-state.ts'
import { createAwayState, type Reached } from './frame/away-state.ts'
import { createPlantView } from './live/plant-view.ts'
import { createRegistrationState } from './lot/registration-state.ts'
import { createOfflineState, type OfflineParts } from './offline/offline-state.ts'
import { queueMark } from './outbox/chip.ts'
import { createScanState } from './scan/scan-state.ts'
import { createSessionState } from './session/session-state.ts'
import type { BookStore } from './shelf/book.ts'
import { createShelf } from './shelf/shelf.ts'
import { createSound } from './sound/sound.ts'
import { createTemperatureState } from './temperature/temperature-state.ts'
import { createUndoState } from './undo/undo-state.ts'
import { createWeightState, rememberedSignal } from './weight/weight-state.ts'

/** What the floor screen takes from the browser. */
export interface FloorParts {
  after: (ms: number, call: () => void) => () => void
  monotonic: () => number
  wall: () => number
  randomBytes: (count: number) => Uint8Array
  storage: Pick<Storage, 'getItem' | 'setItem'>
  shelf: BookStore
  audio: () => AudioContext | null
  vibrate?: (pattern: number[]) => void
  offline: Pick<OfflineParts, 'workers' | 'caches' | 'secure' | 'version' | 'reload'>
  /** Where a failure of a screen is told. */
  report: (error: unknown) => void
}

export type Floor = ReturnType<typeof createFloor>

/** All states of the floor screen, wired; no DOM. */
export function createFloor(parts: FloorParts) {
  const { storage, after } = parts
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
  const station: Signal<string | null> = rememberedSignal(storage, 'flowviz.station')
  const shelf = createShelf({ access, store: parts.shelf, now: () => clock.now.peek(), after })
  const random = () => parts.randomBytes(1)[0]! / 255
  const plant = createPlantView({ ...parts, api, clock, shelf, random, hello: () => undefined })
  const { live, devices, lots } = plant
  const reached = computed<Reached>(
    () => (({ live: 'online', connecting: 'connecting', lost: 'offline' }) as const)[live.status.value],
  )
  const remembered = rememberedSignal(storage, 'flowviz.scale')
  const weight = createWeightState({ clock, devices, live: live.status, remembered })
  const registration = createRegistrationState({
    register: api.registerLot,
    newKey: uuidMaker(parts.wall, parts.randomBytes),
    scaleId: computed(() => weight.scale.value?.id ?? null),
    scaleProblem: weight.problem,
    done: lots.hear,
    storage,
  })

  const session = createSessionState({ access, people: api.people, station, person })
  const offline = createOfflineState({
    ...parts.offline,
    after,
    demand: () => minClient().catch(() => null),
    locked: computed(() => person.value === null && !session.resuming.value && session.chosen.value === null),
    unsent: signal(0),
  })

  const sound = createSound(parts)
  const scan = createScanState({
    ...parts,
    access,
    shelf,
    personByBadge: () => null,
    reachable: () => live.status.peek() !== 'lost',
    sound,
    now: () => clock.now.peek(),
  })

  // One stream while somebody is signed in; none on the sign-in screen, which has no right to it.
  effect(() => {
    if (person.value === null) live.stop()
    else live.start()
  })

  return {
    ...plant,
    access,
    clock,
    session,
    station,
    /** How the appliance is reached now, and since when it does not answer. */
    reached,
    away: createAwayState(reached, clock.now),
    /** What the chip in the top bar says of the queue of this tablet. */
    chip: computed(() => queueMark({ waiting: 0, attention: 0, oldest_ms: 0 })),
    /** Whether this tablet goes on without the appliance, and whether a newer screen is demanded. */
    offline,
    shelf,
    sound,
    /** Where every code arrives, from whatever read it: screens subscribe to `scan.bus`. */
    scan,
    undo: createUndoState(after),
    weight,
    registration,
    temperatures: createTemperatureState(devices),
    report: parts.report,
    storage,
  }
}

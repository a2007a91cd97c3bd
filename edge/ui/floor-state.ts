import { uuidMaker } from '@flowviz/contract/uuid'
import { configureClient } from '@flowviz/edge-client/fetch'
import { changeOwnSecret, login, logout, minClient, refresh } from '@flowviz/edge-client/generated/api'
import { computed, effect, type ReadonlySignal } from '@preact/signals'
import { createEdgeApi } from './api/edge-api.ts'
import { createClock } from './clock/clock-state.ts'
import { createAwayState } from './frame/away-state.ts'
import { createSlowState } from './frame/slow-state.ts'
import { createPlantView } from './live/plant-view.ts'
import { createOfflineState, type OfflineParts } from './offline/offline-state.ts'
import { createChip } from './outbox/chip.ts'
import { createConflictState } from './outbox/conflict-state.ts'
import { createPostRoom, type PostRoomBrowser } from './outbox/post-room.ts'
import { createScanState } from './scan/scan-state.ts'
import { createFloorAccess } from './session/floor-access.ts'
import { createHolder } from './session/holder.ts'
import { createIdleLock } from './session/idle-lock.ts'
import { openOfflinePin } from './session/open-offline-pin.ts'
import { rememberedSignal } from './session/remembered.ts'
import { createSessionState } from './session/session-state.ts'
import { standWithTablet } from './session/station.ts'
import type { BookStore } from './shelf/book.ts'
import { createShelf } from './shelf/shelf.ts'
import { createSound } from './sound/sound.ts'
import { createUndoState } from './undo/undo-state.ts'

/** What the floor screen takes from the browser. */
export interface FloorParts extends PostRoomBrowser {
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

/** What every state stands on: the time, who is here, the appliance's doors, and what it told before. */
function createGround(parts: FloorParts) {
  const { storage, after } = parts
  const clock = createClock(parts)
  const holder = createHolder(storage)
  const access = createFloorAccess({ login, refresh, logout, changeSecret: changeOwnSecret, holder })
  configureClient({ token: access.token })
  return {
    clock,
    holder,
    access,
    person: computed(() => holder.held.value?.person ?? null),
    api: createEdgeApi(access),
    station: rememberedSignal(storage, 'flowviz.station'),
    shelf: createShelf({ access, store: parts.shelf, now: () => clock.now.peek(), after }),
    newId: uuidMaker(parts.wall, parts.randomBytes),
    random: () => parts.randomBytes(1)[0]! / 255,
  }
}

/** The queue of this tablet, and the plant as the live stream shows it: a sign of life on either counts for both. */
function createLines(parts: FloorParts, ground: ReturnType<typeof createGround>) {
  const { access, holder, person, clock } = ground
  const post = createPostRoom({
    ...parts,
    ...ground,
    person_id: computed(() => person.value?.id ?? null),
    auth: computed(() => holder.held.value?.auth ?? 'online'),
    token: access.token,
    refresh: access.resume,
  })
  const { outbox, reach } = post
  const hello = () => {
    reach.alive()
    outbox.wake()
  }
  const plant = createPlantView({ ...parts, ...ground, hello, alive: reach.alive })
  return { post, plant, away: createAwayState(reach.reach, clock.now), slow: createSlowState(reach.reach, clock.tick) }
}

/** All states of the floor screen, wired; no DOM. */
export function createFloor(parts: FloorParts) {
  const { storage, after } = parts
  const ground = createGround(parts)
  const { clock, holder, access, person, station, shelf } = ground
  const { post, plant, away, slow } = createLines(parts, ground)
  const { outbox, reach } = post
  const { live } = plant
  standWithTablet(station, post.tablet.enrolled)

  const session = createSessionState({
    ...parts,
    access,
    holder,
    offline: openOfflinePin({ ...parts, serverNow: () => serverTime(parts.wall, reach) }),
    people: shelf.people,
    station,
    away,
  })
  const offline = createOfflineState({
    ...parts.offline,
    after,
    demand: () => minClient().catch(() => null),
    locked: computed(() => person.value === null && !session.resuming.value && session.chosen.value === null),
    unsent: outbox.waiting,
  })
  const conflicts = createConflictState({ entries: outbox.entries, holds: shelf.holds.value, storage })
  const undo = createUndoState(after)
  const sound = createSound(parts)
  const scan = createScanState({
    ...parts,
    access,
    shelf,
    personByBadge: session.personByBadge,
    reachable: () => away.peek() === null,
    sound,
    now: () => clock.now.peek(),
  })
  // What was scanned while the appliance was away is looked up when it is back.
  effect(() => {
    if (live.status.value === 'live') void scan.bus.kept.resolve()
  })
  // One stream while somebody is signed in; none for whom it is shut: nobody, or a PIN that somebody else set.
  effect(() => {
    if (person.value === null || access.mustChange.value) live.stop()
    else live.start()
  })

  return {
    ...plant,
    access,
    clock,
    session,
    /** Locks a screen that nobody touches. */
    idle: createIdleLock({ tick: clock.tick, now: wallTime(clock.tick, parts.wall), person, lock: session.lock }),
    station,
    /** How the appliance is reached now, since when it does not answer, and whether it answers late. */
    reached: reach.reach,
    reach,
    away,
    slow,
    /** Who this tablet is, its queue, and how much room they have. */
    tablet: post.tablet,
    outbox,
    room: post.room,
    /** What the chip in the top bar says of the queue of this tablet. */
    chip: createChip({ outbox, conflicts }, clock.now, parts.wall),
    /** Where two people decided on one lot without knowing of each other. */
    conflicts,
    /** Whether this tablet goes on without the appliance, and whether a newer screen is demanded. */
    offline,
    shelf,
    sound,
    /** Where every code arrives, from whatever read it: screens subscribe to `scan.bus`. */
    scan,
    undo,
    open: post.open,
    report: parts.report,
    storage,
  }
}

/** The appliance's time by the tablet's clock; null while that was not compared with it. */
const serverTime = (wall: () => number, { skew_ms }: { skew_ms: ReadonlySignal<number | null> }): number | null =>
  skew_ms.peek() === null ? null : wall() - skew_ms.peek()!

/** The tablet's own time of day, right or wrong: that of the appliance jumps when it is first heard. */
const wallTime = (tick: ReadonlySignal<number>, wall: () => number): ReadonlySignal<number> =>
  computed(() => {
    void tick.value
    return wall()
  })

import type { CommandName } from '@flowviz/contract/command'
import type { ReadonlySignal } from '@preact/signals'
import { signal } from '@preact/signals'
import { createAlarmState } from '../alarm/alarm-state.ts'
import type { EdgeApi } from '../api/edge-api.ts'
import type { Clock } from '../clock/clock-state.ts'
import { createDeviceStates } from '../device/device-state.ts'
import { createLotState } from '../lot/lot-state.ts'
import type { Shelf } from '../shelf/shelf.ts'
import { createSyncState } from '../sync/sync-state.ts'
import { createLiveState } from './live-state.ts'

interface PlantViewParts {
  api: EdgeApi
  clock: Clock
  shelf: Shelf
  after: (ms: number, call: () => void) => () => void
  monotonic: () => number
  random: () => number
  /** The stream begins, or begins again after a gap. */
  hello: () => void
  /** A sign of life on the stream. */
  alive: () => void
}

/** The stream says when an alarm is raised; that somebody took note of one is asked for. */
const QUIETS: ReadonlySet<CommandName> = new Set<CommandName>(['acknowledge-alarm', 'answer-help', 'close-help'])

/** What this screen sees of the plant by the one live stream: devices, lots, alarms, and how far headquarters is. */
export function createPlantView(parts: PlantViewParts) {
  const { api, clock, shelf } = parts
  const site = signal<string | null>(null)
  const devices = createDeviceStates(parts.monotonic)
  const lots = createLotState(api, clock.now)
  const alarms = createAlarmState(api)
  const live = createLiveState(
    { open: signal => alive(api.stream(signal), parts.alive), after: parts.after, random: parts.random },
    {
      hello: message => {
        clock.heard(message.server_time)
        site.value = message.site
        parts.hello()
        void load()
      },
      reading: message => devices.hearReading(message.reading),
      device: message => devices.hearDevice(message.device),
      lot: message => {
        lots.hear(message.lot)
        shelf.hear(message.lot)
      },
      changed: ({ command }) => {
        shelf.changed(command)
        if (QUIETS.has(command)) void alarms.load()
      },
      sync: message => sync.hear(message.sync),
      alarm: message => alarms.hear(message.alarm),
    },
  )
  const sync = createSyncState()
  async function load() {
    const [found, status] = await Promise.all([api.devices(), api.sync(), lots.load(), alarms.load(), shelf.refresh()])
    if (found.ok) devices.replace(found.value.devices)
    if (status.ok) sync.hear(status.value)
  }
  return { site: site as ReadonlySignal<string | null>, devices, lots, alarms, live, sync }
}

/** The stream as it is, with word of everything that comes on it: a comment is a sign of life too. */
async function alive(
  opening: Promise<ReadableStream<Uint8Array>>,
  heard: () => void,
): Promise<ReadableStream<Uint8Array>> {
  const watch = new TransformStream<Uint8Array, Uint8Array>({
    transform: (bytes, out) => {
      heard()
      out.enqueue(bytes)
    },
  })
  return (await opening).pipeThrough(watch)
}

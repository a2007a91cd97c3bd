import type { DeviceView } from '@flowviz/contract/device'
import type { Reading } from '@flowviz/contract/reading'
import { byUrgency, deviceMark, needsAttention } from '@flowviz/contract/screen/mark'
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'

export type Device = Omit<DeviceView, 'latest'>

/** A reading and the moment (monotonic) that this screen heard it. */
export interface HeardReading {
  reading: Reading
  heardAt: number
}

/** A device's state and the moment (monotonic) that this screen heard it. */
export interface HeardDevice {
  device: Device
  heardAt: number
}

export interface DeviceStates {
  devices: ReadonlySignal<ReadonlyMap<string, HeardDevice>>
  /** Latest reading by `device/channel`. */
  readings: ReadonlySignal<ReadonlyMap<string, HeardReading>>
  /** All devices, those that need a person first. */
  sorted: ReadonlySignal<Device[]>
  inTrouble: ReadonlySignal<Device[]>
  loaded: ReadonlySignal<boolean>
  /** The printed name of a device; its id when the plant has it no more. */
  nameOf: (id: string) => string
  replace: (views: DeviceView[]) => void
  hearDevice: (device: Device) => void
  hearReading: (reading: Reading) => void
}

export const channelKey = (device: string, channel: string) => `${device}/${channel}`

/** A list may carry values of an earlier run; they are as old as the device's last sample, not as this answer. */
function sampledAt({ last_sample_age_ms }: DeviceView, heardAt: number): number {
  return last_sample_age_ms === null ? Number.NEGATIVE_INFINITY : heardAt - last_sample_age_ms
}

export function createDeviceStates(monotonic: () => number): DeviceStates {
  const devices = signal<ReadonlyMap<string, HeardDevice>>(new Map())
  const readings = signal<ReadonlyMap<string, HeardReading>>(new Map())
  const loaded = signal(false)
  const sorted = computed(() =>
    [...devices.value.values()]
      .map(heard => heard.device)
      .sort((a, b) => byUrgency(deviceMark(a.state), deviceMark(b.state)) || a.name.localeCompare(b.name)),
  )
  return {
    devices,
    readings,
    sorted,
    inTrouble: computed(() => sorted.value.filter(device => needsAttention(device.state))),
    loaded,
    nameOf: id => devices.value.get(id)?.device.name ?? id,
    replace: views =>
      batch(() => {
        const heardAt = monotonic()
        devices.value = new Map(views.map(({ latest: _, ...device }) => [device.id, { device, heardAt }]))
        readings.value = new Map(
          views.flatMap(view =>
            view.latest.map(
              reading =>
                [channelKey(view.id, reading.channel), { reading, heardAt: sampledAt(view, heardAt) }] as const,
            ),
          ),
        )
        loaded.value = true
      }),
    hearDevice: device => {
      devices.value = new Map(devices.value).set(device.id, { device, heardAt: monotonic() })
    },
    hearReading: reading => {
      const key = channelKey(reading.device_id, reading.channel)
      // Readings may overtake one another on the way; an older one never replaces a newer one.
      if ((readings.value.get(key)?.reading.seq ?? 0) > reading.seq) return
      readings.value = new Map(readings.value).set(key, { reading, heardAt: monotonic() })
    },
  }
}

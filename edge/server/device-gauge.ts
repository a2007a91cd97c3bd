import type { DeviceView } from '@flowviz/contract/device'
import { Gauge, type Registry } from 'prom-client'

/** Adds what is known of each device of the plant, whichever gateway speaks for it. */
export function addDeviceGauges(registry: Registry, views: () => DeviceView[]): void {
  const perDevice = (name: string, help: string, more: string[] = []) =>
    new Gauge({ name: `flowviz_device_${name}`, help, labelNames: ['device', ...more], registers: [registry] })
  const state = perDevice('state', '1 for the state that a device is in.', ['state'])
  const age = perDevice('sample_age_seconds', 'Age of the newest sample, by a clock that is never set.')
  const interval = perDevice('interval_seconds', 'Achieved interval between samples.')
  const rtt = perDevice('rtt_seconds', 'Time to the answer of the last 64 requests.', ['quantile'])
  const count = perDevice('events_count', 'Counted by its gateway since that started, by kind.', ['kind'])
  const gauges = [state, age, interval, rtt, count]
  const setMs = (gauge: Gauge, labels: Record<string, string>, ms: number | null | undefined) => {
    if (ms != null) gauge.set(labels, ms / 1_000)
  }
  // One gauge's collect fills all of them: they come from one look at the devices.
  Object.assign(state, {
    collect: () => {
      for (const gauge of gauges) gauge.reset()
      for (const { id: device, counters = {}, figures, ...view } of views()) {
        state.set({ device, state: view.state }, 1)
        setMs(age, { device }, view.last_sample_age_ms)
        setMs(interval, { device }, view.achieved_interval_ms)
        setMs(rtt, { device, quantile: '0.5' }, figures?.rtt_p50_ms)
        setMs(rtt, { device, quantile: '0.95' }, figures?.rtt_p95_ms)
        for (const [kind, value] of Object.entries<number>(counters)) count.set({ device, kind }, value)
      }
    },
  })
}

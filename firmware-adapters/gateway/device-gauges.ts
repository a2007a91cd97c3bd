import type { HealthMessage } from '@flowviz/contract/health'
import { Gauge, type Registry } from 'prom-client'

/** Adds what is known of each device: its state, its age, how fast it is and what was counted. */
export function addDeviceGauges(registry: Registry, look: () => HealthMessage[]): void {
  const perDevice = (name: string, help: string, more: string[] = []) =>
    new Gauge({
      name: `flowviz_gateway_device_${name}`,
      help,
      labelNames: ['device', ...more],
      registers: [registry],
    })
  const state = perDevice('state', '1 for the state that the device is in.', ['state'])
  const age = perDevice('sample_age_seconds', 'Age of the latest confirmed sample.')
  const interval = perDevice('interval_seconds', 'Achieved interval between samples.')
  const configured = perDevice('configured_interval_seconds', 'Interval that the device is asked in.')
  const rtt = perDevice('rtt_seconds', 'Time to the answer of the last 64 requests.', ['quantile'])
  const bus = perDevice('bus_busy_ratio', 'Share of the last 10 s that the bus of the device was busy.')
  const count = perDevice('events_count', 'Counted since the gateway started, by kind.', ['kind'])
  const gauges = [state, age, interval, configured, rtt, bus, count]
  // One gauge's collect fills all of them: they come from one look at the devices.
  Object.assign(state, {
    collect: () => {
      for (const gauge of gauges) gauge.reset()
      for (const { device_id: device, figures, counters, ...health } of look()) {
        state.set({ device, state: health.state }, 1)
        set(age, { device }, health.last_sample_age_ms)
        set(interval, { device }, health.achieved_interval_ms)
        set(configured, { device }, figures?.configured_interval_ms)
        set(rtt, { device, quantile: '0.5' }, figures?.rtt_p50_ms)
        set(rtt, { device, quantile: '0.95' }, figures?.rtt_p95_ms)
        if (figures?.bus_busy_percent != null) bus.set({ device }, figures.bus_busy_percent / 100)
        for (const [kind, value] of Object.entries(counters)) count.set({ device, kind }, value)
      }
    },
  })
}

/** What is not known is left out: a zero would be a number like any other. */
function set(gauge: Gauge, labels: Record<string, string>, value_ms: number | null | undefined): void {
  if (value_ms != null) gauge.set(labels, value_ms / 1_000)
}

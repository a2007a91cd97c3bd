import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FlowError } from '@flowviz/contract/error'
import { Gauge, Registry } from 'prom-client'
import type { Gateway } from './gateway.ts'

type Measured = Pick<Gateway, 'supervisor' | 'connected' | 'busyBuses'>

/** What the gateway counts, for Prometheus. */
export function createMetrics({ supervisor, connected, busyBuses }: Measured): Registry {
  const registry = new Registry()
  new Gauge({
    name: 'flowviz_gateway_broker_up',
    help: '1 while the broker is connected.',
    registers: [registry],
    collect() {
      this.set(connected() ? 1 : 0)
    },
  })
  new Gauge({
    name: 'flowviz_gateway_bus_busy_seconds',
    help: 'Time that a Modbus bus was busy since it was opened; its rate is how full it is.',
    labelNames: ['bus'],
    registers: [registry],
    collect() {
      this.reset()
      for (const [bus, ms] of busyBuses()) this.set({ bus }, ms / 1_000)
    },
  })
  const perDevice = (name: string, help: string, labelNames: string[]) =>
    new Gauge({ name: `flowviz_gateway_device_${name}`, help, labelNames, registers: [registry] })
  const state = perDevice('state', '1 for the state that the device is in.', ['device', 'state'])
  const age = perDevice('sample_age_seconds', 'Age of the latest confirmed sample.', ['device'])
  const interval = perDevice('interval_seconds', 'Achieved interval between samples.', ['device'])
  const count = perDevice('events_count', 'Counted since the gateway started, by kind.', ['device', 'kind'])
  // One gauge's collect fills all four: they come from one look at the devices.
  Object.assign(state, {
    collect: () => {
      for (const gauge of [state, age, interval, count]) gauge.reset()
      for (const health of supervisor.health()) {
        const device = health.device_id
        state.set({ device, state: health.state }, 1)
        if (health.last_sample_age_ms !== null) age.set({ device }, health.last_sample_age_ms / 1_000)
        if (health.achieved_interval_ms !== null) interval.set({ device }, health.achieved_interval_ms / 1_000)
        for (const [kind, value] of Object.entries(health.counters)) count.set({ device, kind }, value)
      }
    },
  })
  return registry
}

/** Serves the metrics on 127.0.0.1; port 0 takes a free one. @throws FlowError port_taken */
export async function serveMetrics(registry: Registry, port: number): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    registry.metrics().then(
      text => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', cause =>
      reject(new FlowError('port_taken', `127.0.0.1:${port} cannot be listened on.`, { cause })),
    )
    server.listen(port, '127.0.0.1', () => resolve())
  })
  return { server, port: (server.address() as AddressInfo).port }
}

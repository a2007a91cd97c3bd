import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FlowError } from '@flowviz/contract/error'
import { Gauge, Registry } from 'prom-client'
import { addDeviceGauges } from './device-gauges.ts'
import type { Gateway } from './gateway.ts'

type Measured = Pick<Gateway, 'health' | 'connected' | 'busyBuses'>

/** What the gateway counts, for Prometheus. */
export function createMetrics({ health, connected, busyBuses }: Measured): Registry {
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
  addDeviceGauges(registry, health)
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

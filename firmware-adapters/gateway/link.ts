import { readFile } from 'node:fs/promises'
import type { TransportConfig } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import type { Links, Subscription } from '../driver.ts'
import type { ByteTransport, Closure } from '../transport/byte.ts'
import { ModbusBus } from '../transport/open/modbus.ts'
import { openTopic } from '../transport/open/mqtt.ts'
import { type HostSettings, type StateHost, startHost } from '../transport/open/mqtt-host.ts'
import { openSerial } from '../transport/open/serial.ts'
import { openTcp } from '../transport/open/tcp.ts'
import type { RegisterTransport } from '../transport/register.ts'
import type { TopicTransport } from '../transport/topic.ts'

/** An open link to one device, and how it ends. */
export interface OpenLink<T = Links[keyof Links]> {
  transport: T
  /** Never settles for a unit of a bus: its failures are answers. */
  closed: Promise<Closure>
  close(): Promise<void>
  /** 0 to 1, other for each unit of a bus: where in its interval it is polled, so that they do not ask all at once. */
  phase?: number
}

type Serial = Extract<TransportConfig, { kind: 'serial' | 'tcp' }>
type Modbus = Extract<TransportConfig, { kind: 'modbus-rtu' | 'modbus-tcp' | 'rtu-over-tcp' }>
type Mqtt = Extract<TransportConfig, { kind: 'mqtt' }>

const GAP_MS = 30
/** Multiples of it, whole numbers left out, keep apart however many there are. */
const GOLDEN = 0.618_034

/** Opens what the devices are plugged into; units of one line or gateway share one bus. */
export class LinkOpener {
  readonly #identity: string
  readonly #buses = new Map<string, { bus: ModbusBus; users: number; opened: number }>()

  /** What was taken of each device's messages and what is on its way, over its connections. */
  readonly #memories = new Map<string, { taken: Map<string, number>; pending: Set<string> }>()
  readonly #hosts = new Map<string, { host: StateHost; users: number }>()
  readonly #now: () => number
  readonly #monotonic: () => number

  /**
   * @param identity name under which foreign brokers keep our sessions
   * @param now ms since 1970
   * @param monotonic ms that never jump
   */
  constructor(identity: string, now: () => number, monotonic: () => number) {
    this.#identity = identity
    this.#now = now
    this.#monotonic = monotonic
  }

  /** How long each bus was busy since it was opened, in ms, by the path or address that it is known by. */
  busyBuses(): ReadonlyMap<string, number> {
    return new Map([...this.#buses].map(([key, { bus }]) => [key, bus.busy_ms]))
  }

  /** @throws FlowError port_missing, port_denied, port_taken, comm_lost, comm_timeout */
  async bytes(at: Serial): Promise<OpenLink<ByteTransport>> {
    const transport = at.kind === 'serial' ? await openSerial(at) : await openTcp(at)
    return { transport, closed: transport.closed, close: () => transport.close() }
  }

  /** Opens nothing yet: the bus opens itself at the first request, and again after each loss. */
  registers(at: Modbus, unit: { timeout_ms: number; gap_ms: number }): OpenLink<RegisterTransport> {
    const key = keyOf(at)
    const shared = this.#buses.get(key) ?? { bus: busOf(at, this.#monotonic), users: 0, opened: 0 }
    shared.users += 1
    const phase = (GOLDEN * shared.opened++) % 1
    this.#buses.set(key, shared)
    let closing: Promise<void> | undefined
    const release = async () => {
      shared.users -= 1
      if (shared.users > 0) return
      this.#buses.delete(key)
      await shared.bus.close()
    }
    return {
      transport: shared.bus.unit(at.unit_id, unit.timeout_ms, unit.gap_ms),
      phase,
      closed: new Promise(() => undefined),
      close: () => {
        closing ??= release()
        return closing
      },
    }
  }

  /** @throws FlowError comm_lost, credentials_wrong, config_invalid (the password file cannot be read) */
  async topic(at: Mqtt, device_id: string, wanted: Subscription): Promise<OpenLink<TopicTransport>> {
    const memory = this.#memories.get(device_id) ?? { taken: new Map(), pending: new Set() }
    this.#memories.set(device_id, memory)
    const account = {
      url: at.url,
      now: this.#now,
      ...(at.username === undefined ? {} : { username: at.username }),
      ...(at.password_file === undefined ? {} : { password: await secretOf(at.password_file) }),
    }
    const client_id = `flowviz-${this.#identity}-${device_id}`
    const transport = await openTopic({ ...account, topic: at.topic, filters: wanted.filters, client_id, ...memory })
    if (wanted.host_id === undefined) return { transport, closed: transport.closed, close: () => transport.close() }
    const leave = this.#joinHost(wanted.host_id, account)
    let closing: Promise<void> | undefined
    const close = () => {
      closing ??= Promise.all([transport.close(), leave()]).then(() => undefined)
      return closing
    }
    return { transport, closed: transport.closed, close }
  }

  /** Devices that name the same host at the same broker are one host to its nodes. */
  #joinHost(host_id: string, account: Omit<HostSettings, 'host_id' | 'client_id'>): () => Promise<void> {
    const key = `${host_id} ${account.url}`
    const client_id = `flowviz-${this.#identity}-host-${host_id}`
    const shared = this.#hosts.get(key) ?? { host: startHost({ ...account, host_id, client_id }), users: 0 }
    shared.users += 1
    this.#hosts.set(key, shared)
    return async () => {
      shared.users -= 1
      if (shared.users > 0) return
      this.#hosts.delete(key)
      await shared.host.close()
    }
  }
}

const keyOf = (at: Modbus) => (at.kind === 'modbus-rtu' ? at.path : `${at.host}:${at.port}`)

/** The path or address of the bus that a device is on; null when it is on none. */
export function busKey(at: TransportConfig): string | null {
  return at.kind === 'modbus-rtu' || at.kind === 'modbus-tcp' || at.kind === 'rtu-over-tcp' ? keyOf(at) : null
}

function busOf(at: Modbus, monotonic: () => number): ModbusBus {
  switch (at.kind) {
    case 'modbus-rtu':
      return new ModbusBus({ open: () => openSerial(at), framing: 'rtu', gap_ms: GAP_MS, monotonic })
    case 'rtu-over-tcp':
      return new ModbusBus({ open: () => openTcp(at), framing: 'rtu', gap_ms: GAP_MS, monotonic })
    case 'modbus-tcp':
      return new ModbusBus({ open: () => openTcp(at), framing: 'mbap', gap_ms: 0, monotonic })
  }
}

async function secretOf(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (cause) {
    throw new FlowError('config_invalid', `The password file ${path} cannot be read.`, { cause })
  }
}

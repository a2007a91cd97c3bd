import type { Links } from '../driver.ts'
import type { ByteTransport } from '../transport/byte.ts'
import type { RegisterTransport } from '../transport/register.ts'

/** So many of the last requests are looked at. */
const KEPT = 64

/** What goes to and comes from one device, over all its connections. */
export class Traffic {
  requests = 0
  /** When something moved last, on the monotonic clock. */
  moved_at: number
  readonly #monotonic: () => number
  #rtts: number[] = []
  #asked_at: number | null = null

  constructor(monotonic: () => number) {
    this.#monotonic = monotonic
    this.moved_at = monotonic()
  }

  asked(): void {
    this.requests += 1
    this.#asked_at = this.moved_at = this.#monotonic()
  }

  /** Something came: the first after a request is its answer. */
  heard(): void {
    this.moved_at = this.#monotonic()
    if (this.#asked_at !== null) this.answered(this.moved_at - this.#asked_at)
    this.#asked_at = null
  }

  answered(rtt_ms: number): void {
    this.moved_at = this.#monotonic()
    this.#rtts = [...this.#rtts.slice(1 - KEPT), rtt_ms]
  }

  /** The time to the answer that this share of the last requests did not exceed, in whole ms; null when none was. */
  rtt(share: number): number | null {
    const sorted = this.#rtts.toSorted((a, b) => a - b)
    const found = sorted[Math.ceil(share * sorted.length) - 1]
    return found === undefined ? null : Math.round(found)
  }
}

/** The same transport, with what passes counted; topics are nobody's answer. */
export function counted(transport: Links[keyof Links], traffic: Traffic): Links[keyof Links] {
  if ('readInput' in transport) return countedRegisters(transport, traffic)
  return 'write' in transport ? countedBytes(transport, traffic) : transport
}

function countedBytes(line: ByteTransport, traffic: Traffic): ByteTransport {
  return {
    async *read() {
      for await (const chunk of line.read()) {
        traffic.heard()
        yield chunk
      }
    },
    write(bytes) {
      traffic.asked()
      return line.write(bytes)
    },
    flush: () => line.flush(),
    close: () => line.close(),
    closed: line.closed,
  }
}

function countedRegisters(unit: RegisterTransport, traffic: Traffic): RegisterTransport {
  const count = (read: RegisterTransport['readInput']) => async (address: number, count: number) => {
    traffic.asked()
    const reply = await read(address, count)
    if (reply.took_ms !== undefined && (reply.ok || reply.fault === 'device_exception')) traffic.answered(reply.took_ms)
    return reply
  }
  return {
    readCoils: count(unit.readCoils),
    readDiscrete: count(unit.readDiscrete),
    readHolding: count(unit.readHolding),
    readInput: count(unit.readInput),
  }
}

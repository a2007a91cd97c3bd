import type { Channel } from '@flowviz/contract/device'
import { type Decoded, type Decoder, type Message, NOTHING, pathOf, type Saying } from '../family.ts'
import { historicalOf, type Told, toldOf } from '../told.ts'
import { saidBy } from './datatype.ts'
import { type Metric, type Payload, readPayload } from './payload.ts'
import { RebirthWish } from './rebirth.ts'
import { type Definition, Scope } from './scope.ts'
import { Sequence, type Sequenced } from './sequence.ts'
import { rebirthRequest } from './write.ts'

/** Where a device stands: a node of a group, or a device behind that node. */
export interface Address {
  group: string
  node: string
  device: string | null
}

interface Arrival extends Sequenced {
  type: string
  device: string | null
  payload: Payload
  bytes: Uint8Array
}

const BOOLEAN = 11
const REBIRTH = 'Node Control/Rebirth'
const SEQUENCED = new Set(['NDATA', 'DBIRTH', 'DDATA', 'DDEATH'])

/**
 * The host's side of one device behind a Sparkplug node (specification 3.0). Values are taken only of metrics that a
 * birth has named; what was missed is asked for once, and what comes meanwhile is uncertain.
 */
export class SparkplugSession implements Decoder {
  readonly #address: Address
  readonly #channels: readonly Channel[]
  readonly #wish = new RebirthWish()
  #bdSeq: bigint | null = null
  #sequence: Sequence<Arrival> | null = null
  #scope: Scope | null = null

  constructor(address: Address, channels: readonly Channel[]) {
    this.#address = address
    this.#channels = channels
  }

  hear(message: Message): Decoded {
    const [, group, type = '', node, device = null, ...more] = message.topic.split('/')
    if (group !== this.#address.group || node !== this.#address.node || more.length > 0) return NOTHING
    const payload = readPayload(message.payload)
    if (payload === null) return { kind: 'noise', cause: 'not a payload of Sparkplug B' }
    if (payload.uuid !== null) return { kind: 'noise', cause: `a payload in the form ${payload.uuid.slice(0, 60)}` }
    // Nothing but STATE may be retained: what is, is a memory of another session.
    if (message.retained) return NOTHING
    const seq = payload.seq === null || payload.seq > 255n ? null : Number(payload.seq)
    if (type === 'NCMD') return this.#overheard(payload, message.received_ms)
    if (type === 'NDEATH') return this.#died(payload)
    if (type !== 'NBIRTH' && !SEQUENCED.has(type)) return NOTHING
    if (seq === null) return { kind: 'noise', cause: `${type} without a sequence number` }
    const name = `${type} ${device} ${seq} ${payload.timestamp}`
    const { received_ms, payload: bytes } = message
    const arrival: Arrival = { seq, name, arrived_ms: received_ms, type, device, payload, bytes }
    if (type === 'NBIRTH') return answerOf(this.#born(arrival), [])
    return this.#follow(arrival)
  }

  due(now_ms: number): Decoded {
    const waited = this.#sequence?.due(now_ms) ?? []
    const told = waited.flatMap(arrival => this.#apply(arrival).told)
    return answerOf(told, waited.length > 0 ? this.#askRebirth(now_ms) : [])
  }

  #follow(arrival: Arrival): Decoded {
    const now_ms = arrival.arrived_ms
    if (this.#sequence === null) return answerOf([], this.#askRebirth(now_ms))
    const ordered = [...this.#sequence.due(now_ms), ...this.#sequence.add(arrival)]
    const applied = ordered.map(one => this.#apply(one))
    const wanting = this.#sequence.broken || applied.some(({ unknown }) => unknown)
    return answerOf(
      applied.flatMap(({ told }) => told),
      wanting ? this.#askRebirth(now_ms) : [],
    )
  }

  #born(arrival: Arrival): Told[] {
    const said = arrival.payload.metrics.find(({ name }) => name === 'bdSeq')?.value
    this.#bdSeq = said?.as === 'long' || said?.as === 'int' ? said.value : null
    this.#sequence = new Sequence(arrival.seq)
    this.#wish.settled()
    // Each device is born anew after its node.
    this.#scope = null
    return this.#address.device === null ? this.#describe(arrival) : []
  }

  #died(payload: Payload): Decoded {
    const said = payload.metrics.find(({ name }) => name === 'bdSeq')?.value
    const bdSeq = said?.as === 'long' || said?.as === 'int' ? said.value : null
    // The will of a connection that ended long ago, told late.
    if (this.#sequence !== null && this.#bdSeq !== null && bdSeq !== this.#bdSeq) return NOTHING
    this.#sequence = null
    this.#scope = null
    return { kind: 'presence', online: false }
  }

  /** Another host, or another device of this one, has asked. */
  #overheard({ metrics }: Payload, now_ms: number): Decoded {
    const asked = metrics.some(({ name, value }) => name === REBIRTH && value?.as === 'boolean' && value.value)
    if (asked) this.#wish.asked(now_ms)
    return NOTHING
  }

  #apply(arrival: Arrival): { told: Told[]; unknown: boolean } {
    const own = arrival.device === this.#address.device
    if (!own) return { told: [], unknown: false }
    if (arrival.type === 'DBIRTH') return { told: this.#describe(arrival), unknown: false }
    if (arrival.type === 'DDEATH') {
      this.#scope = null
      return { told: this.#channels.map(lost), unknown: false }
    }
    const { metrics } = arrival.payload
    const scope = this.#scope
    const known = metrics.map(metric => ({ metric, definition: scope?.definition(metric) }))
    const told = known.flatMap(({ metric, definition }) =>
      definition === undefined ? [] : this.#tell(metric, definition, arrival),
    )
    return { told, unknown: scope === null || known.some(({ definition }) => definition === undefined) }
  }

  /** A birth names the metrics and carries what they are at the moment. */
  #describe(arrival: Arrival): Told[] {
    const { metrics } = arrival.payload
    this.#scope = new Scope(metrics)
    return metrics.flatMap(metric => {
      const definition = this.#scope?.definition(metric)
      return definition === undefined ? [] : this.#tell(metric, definition, arrival)
    })
  }

  #tell(metric: Metric, { name, datatype, unit }: Definition, { payload, bytes }: Arrival): Told[] {
    const at = metric.timestamp ?? payload.timestamp
    const context = {
      unit: datatype === BOOLEAN ? ('1' as const) : unit,
      at_ms: at === null || at > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(at),
      payload: bytes,
    }
    return this.#channels
      .filter(channel => pathOf(channel) === name)
      .map(channel => {
        const told = toldOf(channel, saidBy(metric, datatype), context)
        if (metric.historical) return historicalOf(told)
        return this.#sequence?.broken === true ? doubted(told) : told
      })
  }

  #askRebirth(now_ms: number): Saying[] {
    const { group, node } = this.#address
    if (!this.#wish.ask(now_ms)) return []
    return [{ topic: `spBv1.0/${group}/NCMD/${node}`, payload: rebirthRequest(now_ms) }]
  }
}

function answerOf(told: Told[], say: readonly Saying[]): Decoded {
  return told.length > 0 ? { kind: 'told', told, key: null, say } : { kind: 'nothing', say }
}

const lost = ({ name, unit }: Channel): Told => ({
  measurement: { channel: name, value: null, unit, quality: 'bad', reason: 'comm_lost' },
  at_ms: null,
})

/** A birth may have been missed, and an alias may mean another metric since. */
function doubted(told: Told): Told {
  const { measurement, at_ms } = told
  if (measurement.value === null) return told
  return { at_ms, measurement: { ...measurement, quality: 'uncertain', reason: 'bus_resync' } }
}

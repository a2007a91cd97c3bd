import { type MeasurementMessage, measurementTopic } from '@flowviz/contract/measurement'
import { timestampOf } from '@flowviz/contract/time'
import type { BrokerLink } from './broker-link.ts'
import { Outbox } from './outbox.ts'

export interface PublisherOptions {
  link: BrokerLink
  /** 16 hex digits, new at each start of the gateway. */
  boot_id: string
  capacity?: number
  /** Tells which device lost a message of which channel to a full queue. */
  dropped(device_id: string, channel: string): void
}

const CAPACITY = 1_000
const WINDOW = 16

/**
 * Numbers the measurements of all devices and sees them to the broker. Numbers go on over a reload of the
 * configuration: (device, boot_id, seq) names a measurement for ever.
 */
export class Publisher {
  readonly #options: PublisherOptions
  readonly #outboxes = new Map<string, Outbox>()
  readonly #numbers = new Map<string, number>()

  constructor(options: PublisherOptions) {
    this.#options = options
  }

  /** Queues a measurement taken at `at` (ms since 1970); resolves true after its PUBACK, false when it was dropped. */
  send(device_id: string, at: number, measurement: MeasurementMessage['measurement']): Promise<boolean> {
    const seq = (this.#numbers.get(device_id) ?? 0) + 1
    this.#numbers.set(device_id, seq)
    const message: MeasurementMessage = {
      v: 1,
      device_id,
      boot_id: this.#options.boot_id,
      seq,
      measured_at: timestampOf(at),
      measurement,
    }
    return this.#outbox(device_id).add(measurement.channel, JSON.stringify(message))
  }

  /** True when the broker has acknowledged everything of this device. */
  settled(device_id: string): boolean {
    return this.#outboxes.get(device_id)?.empty ?? true
  }

  /** True when the broker has acknowledged everything. */
  allSettled(): boolean {
    return [...this.#outboxes.values()].every(outbox => outbox.empty)
  }

  #outbox(device_id: string): Outbox {
    const known = this.#outboxes.get(device_id)
    if (known !== undefined) return known
    const { link, capacity = CAPACITY, dropped } = this.#options
    const outbox = new Outbox({
      topic: measurementTopic(device_id),
      link,
      capacity,
      window: WINDOW,
      dropped: channel => dropped(device_id, channel),
    })
    this.#outboxes.set(device_id, outbox)
    return outbox
  }
}

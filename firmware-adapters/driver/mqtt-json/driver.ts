import type { Measurement } from '@flowviz/contract/measurement'
import type { Driver, Task } from '../../driver.ts'
import { decodePlainJson } from '../../payload/plain-json.ts'
import type { TopicTransport } from '../../transport/topic.ts'
import { MqttJsonSettings } from './settings.ts'

/** A sensor that publishes plain JSON to a broker of its own; what publishes to the appliance is decoded there, alike. */
export const mqttJson: Driver<'topic', MqttJsonSettings> = {
  id: 'mqtt-json',
  link: 'topic',
  settings: MqttJsonSettings,
  defaults: { poll_ms: null, timeout_ms: 10_000 },
  check: () => [],
  measure,
}

async function* measure(
  topic: TopicTransport,
  task: Task<MqttJsonSettings>,
  signal: AbortSignal,
): AsyncGenerator<Measurement[]> {
  for await (const message of topic.read()) {
    if (signal.aborted) return
    // The broker's memory of an older message: it would be stored with the time of the subscription.
    if (message.retained) {
      task.notice({ kind: 'skipped', count: 1 })
      message.accept()
      continue
    }
    const decoded = decodePlainJson(message.payload, task.channels)
    if (decoded.ok) yield decoded.measurements
    else task.notice({ kind: 'noise', bytes: message.payload.length })
    message.accept()
  }
}

import type { Driver, Task } from '../driver.ts'
import type { Family } from '../payload/family.ts'
import { type Heard, Listener, type Measured } from '../payload/listener.ts'
import type { TopicTransport } from '../transport/topic.ts'

const TIMEOUT_MS = 10_000
/** How often a device is asked whether something has become due by itself. */
const LOOK_MS = 500

/**
 * A driver for devices that publish to a broker of their own. What publishes to the appliance is read there, by the
 * same family.
 */
export function bridgeDriver<S>(family: Family<S>): Driver<'topic', S> {
  return {
    id: family.id,
    link: 'topic',
    settings: family.settings,
    defaults: { poll_ms: null, timeout_ms: TIMEOUT_MS },
    check: () => [],
    subscription: subject => ({ filters: family.filters(subject), ...hostOf(subject.settings) }),
    problems: subject => family.problems(subject),
    measure: (topic, task, signal) => measure(family, { topic, task }, signal),
  }
}

/** The Sparkplug host that the gateway is to be for the device. */
function hostOf(settings: unknown): { host_id?: string } {
  const { host_id } = settings as { host_id?: unknown }
  return typeof host_id === 'string' ? { host_id } : {}
}

async function* measure<S>(
  family: Family<S>,
  { topic, task }: { topic: TopicTransport; task: Task<S> },
  signal: AbortSignal,
): AsyncGenerator<Measured[]> {
  const { channels, settings, pace } = task
  const decoder = family.decoder({ topic: topic.topic, settings, channels })
  const listener = new Listener(decoder, channels, topic.taken)
  const messages = topic.read()[Symbol.asyncIterator]()
  for (let next = messages.next(); ; ) {
    const came = await pace.within(LOOK_MS, next, null)
    if (signal.aborted) return
    if (came === null) {
      const due = take(listener.due(topic.now()), { topic, task })
      if (due.length > 0) yield due
      continue
    }
    if (came.done === true) return
    const message = came.value
    const { retained } = message
    const heard = listener.hear({ ...message, received_ms: topic.now() })
    if (heard.noise !== null) task.notice({ kind: 'noise', bytes: message.payload.length })
    const measured = take(heard, { topic, task }, retained)
    if (measured.length > 0) yield measured
    listener.settle(heard, topic.now())
    message.accept()
    next = messages.next()
  }
}

/** Says what is to be said, and counts what nobody can use. */
function take<S>(
  heard: Heard,
  { topic, task }: { topic: TopicTransport; task: Task<S> },
  retained = false,
): Measured[] {
  for (const { topic: to, payload } of heard.say) topic.publish(to, payload)
  // The broker's memory of a message without a time of its own would be stored as of the subscription.
  const measured = heard.measured.filter(
    ({ reason, at_ms }) => !retained || at_ms !== undefined || reason === 'comm_lost',
  )
  const skipped = heard.skipped + heard.measured.length - measured.length
  if (skipped > 0) task.notice({ kind: 'skipped', count: skipped })
  return measured
}

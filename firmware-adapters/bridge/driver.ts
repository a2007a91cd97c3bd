import { hash } from 'node:crypto'
import type { Driver, Task } from '../driver.ts'
import type { Family } from '../payload/family.ts'
import { type Heard, Listener, type Measured } from '../payload/listener.ts'
import type { TopicMessage, TopicTransport } from '../transport/topic.ts'

const TIMEOUT_MS = 10_000
/** How often a device is asked whether something has become due by itself. */
const LOOK_MS = 500
/** Messages of one device that a repeat is known of. */
const TAKEN_MAX = 2_000

/**
 * A driver for devices that publish to a broker of their own. What publishes to the appliance is read there, by the
 * same family.
 */
export function bridgeDriver<S>(family: Family<S>): Driver<'topic', S> {
  return {
    id: family.id,
    link: 'topic',
    ...(family.about === undefined ? {} : { about: family.about }),
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

interface Ends<S> {
  topic: TopicTransport
  task: Task<S>
}

async function* measure<S>(family: Family<S>, ends: Ends<S>, signal: AbortSignal): AsyncGenerator<Measured[]> {
  const { topic, task } = ends
  const ear = earOf(family, ends)
  const messages = topic.read()[Symbol.asyncIterator]()
  for (let next = messages.next(); ; ) {
    const came = await task.pace.within(LOOK_MS, next, null)
    if (signal.aborted || came?.done === true) return
    if (came === null) {
      const due = ear.due()
      if (due.length > 0) yield due
      continue
    }
    yield* safely(ear, came.value, { topic, task, signal })
    if (signal.aborted) return
    came.value.accept()
    next = messages.next()
  }
}

/** Gives what a message measures, and ends once all of it is safe, or was made so by an earlier connection. */
async function* safely<S>(
  ear: Ear,
  message: TopicMessage,
  { topic: { pending }, task, signal }: Ends<S> & { signal: AbortSignal },
): AsyncGenerator<Measured[]> {
  const name = digestOf(message)
  // The appliance was away for so long that the broker cut us off and says it again: it still waits, and is said once.
  if (pending.has(name)) {
    while (pending.has(name) && !signal.aborted) await task.pace.wait(LOOK_MS, signal)
    return
  }
  const measured = ear.hear(message)
  pending.add(name)
  try {
    // The reader asks for more once all of it is safe.
    if (measured.length > 0) yield measured
    ear.settle(message)
  } finally {
    pending.delete(name)
  }
}

interface Ear {
  hear(message: TopicMessage): Measured[]
  /** What was heard last is safe. */
  settle(message: TopicMessage): void
  due(): Measured[]
}

/** Follows the messages of one connection; what was taken on earlier ones is known. */
function earOf<S>(family: Family<S>, { topic, task }: Ends<S>): Ear {
  const { channels, settings, notice } = task
  const { taken } = topic
  const listener = new Listener(family.decoder({ topic: topic.topic, settings, channels }), channels, taken)
  let last: Heard | null = null

  const use = (heard: Heard, memory: 'none' | 'new' | 'taken'): Measured[] => {
    for (const { topic: to, payload } of heard.say) topic.publish(to, payload)
    // The broker's memory of a message without a time of its own would be stored as of the subscription, and one that
    // was taken when it was new would replace itself with something doubtful.
    const measured = heard.measured.filter(
      ({ reason, at_ms }) => memory === 'none' || reason === 'comm_lost' || (memory === 'new' && at_ms !== undefined),
    )
    const skipped = heard.skipped + heard.measured.length - measured.length
    if (skipped > 0) notice({ kind: 'skipped', count: skipped })
    return measured
  }
  return {
    hear(message) {
      last = null
      const known = taken.has(digestOf(message))
      if (message.again && known) {
        notice({ kind: 'skipped', count: 1 })
        return []
      }
      last = listener.hear({ ...message, received_ms: topic.now() })
      if (last.noise !== null) notice({ kind: 'noise', bytes: message.payload.length })
      return use(last, message.retained ? (known ? 'taken' : 'new') : 'none')
    },
    settle(message) {
      if (last === null) return
      listener.settle(last, topic.now())
      const name = digestOf(message)
      taken.delete(name)
      taken.set(name, topic.now())
      if (taken.size > TAKEN_MAX) taken.delete(taken.keys().next().value ?? '')
    },
    due: () => use(listener.due(topic.now()), 'none'),
  }
}

const digestOf = ({ topic, payload }: TopicMessage): string =>
  hash('sha256', Buffer.concat([Buffer.from(`${topic}\n`), payload]), 'hex')

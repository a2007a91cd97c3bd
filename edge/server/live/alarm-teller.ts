import type { Alarm } from '@flowviz/contract/alarm'
import type { LiveHub, PlantReader } from '../parts.ts'

/** One look shows at most so many; more than that at once is told by the list of alarms. */
const LOOK = 50
/** A busy plant commits a thousand times a second, and a person reads slower. */
const GAP_MS = 100

export interface AlarmTeller {
  /** Something was committed. */
  look(): void
  stop(): void
}

/** Tells the screens of every alarm that was raised, once its commit is safe, whatever raised it. */
export function alarmTeller({
  reader,
  hub,
}: {
  reader: Pick<PlantReader, 'records' | 'head'>
  hub: LiveHub
}): AlarmTeller {
  let told = reader.head().seq
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  const tell = () => {
    timer = null
    const raised = reader.records({ kind: 'alarm', state: 'RAISED', limit: LOOK }).filter(({ at }) => at > told)
    told = raised[0]?.at ?? told
    for (const { body } of raised.reverse()) hub.publish({ type: 'alarm', alarm: alarmOf(body) })
  }
  return {
    look() {
      // What ends after it may commit still, and the reader is closed before a look would come.
      if (!stopped) timer ??= setTimeout(tell, GAP_MS)
    },
    stop() {
      stopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}

function alarmOf(body: Record<string, unknown>): Alarm {
  const { alarm_id, kind, about, text, said = null, raised_at } = body as unknown as Alarm
  const unanswered = { state: 'RAISED' as const, acknowledged_at: null, acknowledged_by: null, notes: null }
  return { alarm_id, kind, about, text, said, raised_at, ...unanswered }
}

import type { Alarm } from '@flowviz/contract/alarm'
import { useEffect, useState } from 'preact/hooks'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { useBook } from '../shelf/use-book.ts'
import { saidText } from '../word/said.ts'
import { leadOf, notedHere } from './alarm-look.ts'
import { AlarmRow } from './alarm-row.tsx'
import { say } from './words.ts'

/** Roles that may take note of an alarm (contract/permission). */
const NOTERS = new Set(['ADMIN', 'MANAGER', 'OPERATOR'])

/** Every alarm that nobody has taken note of, the newest first. */
export function AlarmScreen() {
  const floor = useFloor()
  const [opened, setOpened] = useState<string | null>(null)
  const holds = useBook(floor.shelf.holds, floor.shelf.stirred) ?? []
  // What follows from the calendar ends without a word on the stream.
  useEffect(() => void floor.alarms.load(), [floor])
  const raised = floor.alarms.raised.value
  const noted = notedHere(floor.outbox.entries.value ?? [])
  const mayNote = NOTERS.has(floor.session.person.value?.role ?? '')
  const acknowledge = async ({ alarm_id, text, said }: Alarm, notes: string | null) => {
    if (alarm_id === null) return
    setOpened(null)
    const body = notes === null ? {} : { notes }
    try {
      await floor.outbox.put({ command: 'acknowledge-alarm', params: { alarm_id }, body, about: saidText(text, said) })
      floor.scan.bus.say({ tone: 'ok', title: say('noted_done') })
    } catch {
      floor.scan.bus.say({ tone: 'forbidden', title: floor.outbox.trouble.peek()?.title ?? say('not_kept') })
    }
  }
  const isAway = floor.away.value !== null
  return (
    <Screen title={say('alarms')} class="sheet alarms">
      <p class="quiet">{standing({ n: raised.length, isAway, isLoaded: floor.alarms.loaded.value })}</p>
      <ul class="rows">
        {raised.map(alarm => (
          <AlarmRow
            key={alarm.alarm_id ?? alarm.about}
            alarm={alarm}
            now={floor.clock.now.value}
            lead={leadOf(alarm, holds)}
            isNoted={alarm.alarm_id !== null && noted.has(alarm.alarm_id)}
            isOpen={alarm.alarm_id !== null && opened === alarm.alarm_id}
            note={mayNote ? text => void acknowledge(alarm, text) : null}
            open={() => setOpened(opened === alarm.alarm_id ? null : alarm.alarm_id)}
          />
        ))}
      </ul>
      {!mayNote && raised.length > 0 && <p class="quiet">{say('no_role')}</p>}
    </Screen>
  )
}

function standing({ n, isAway, isLoaded }: { n: number; isAway: boolean; isLoaded: boolean }): string {
  if (!isLoaded) return say(isAway ? 'unknown' : 'loading')
  if (isAway) return say('as_before')
  return n === 0 ? say('none') : say('count', { n })
}

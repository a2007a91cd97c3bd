import { useMemo } from 'preact/hooks'
import type { Floor } from '../floor-state.ts'
import { useFloor } from '../frame/floor-context.ts'
import type { Primary } from '../frame/primary.ts'
import { Screen } from '../frame/screen.tsx'
import { draftSignal } from '../session/draft.ts'
import { useBook } from '../shelf/use-book.ts'
import { HandoverCard } from './handover-card.tsx'
import { type ShownHandover, shownHandovers } from './handover-view.ts'
import { NotesPanel, phraseWord } from './notes-panel.tsx'
import { OpenList } from './open-list.tsx'
import { idsOf, type OpenThing, openThings } from './open-things.ts'
import { EMPTY, notesOf, type ShiftDraft, toggled, unticked } from './shift-draft.ts'
import { say } from './words.ts'

const LAST_MAX = 6

/** F16: what is open is gone through and ticked, what has to be known is noted, and the next person takes it over. */
export function ShiftScreen() {
  const floor = useFloor()
  const kept = useMemo(() => draftSignal<ShiftDraft>(floor.storage, 'shift', EMPTY), [floor])
  const draft = kept.value
  const edit = (change: Partial<ShiftDraft>) => {
    kept.value = { ...kept.peek(), ...change }
  }
  const things = useOpenThings(floor)
  const told = useBook(floor.shelf.handovers, floor.shelf.stirred) ?? []
  const handovers = shownHandovers(told, floor.outbox.entries.value ?? [])
  const waiting = handovers.filter(({ accepted_by }) => accepted_by === null)
  const last = handovers.filter(({ accepted_by }) => accepted_by !== null)
  return (
    <Screen
      title={say('title')}
      class="shift-screen"
      primary={primaryOf(floor, { things, draft, clear: () => edit(EMPTY) })}
    >
      <section class="open-things" aria-label={say('open')}>
        {waiting.map(handover => (
          <Handover key={handover.key} handover={handover} />
        ))}
        <h2>{say('open')}</h2>
        {things === null ? (
          <p class="quiet">{say('unknown')}</p>
        ) : (
          <OpenList
            things={things}
            ticked={draft.ticked}
            tick={keys => edit({ ticked: keys.reduce<readonly string[]>(toggled, kept.peek().ticked) })}
          />
        )}
      </section>
      <section class="next-shift" aria-label={say('notes')}>
        <NotesPanel draft={draft} edit={edit} />
        <h2>{say('last')}</h2>
        {last.length === 0 && <p class="quiet">{say('no_last')}</p>}
        {last.slice(0, LAST_MAX).map(handover => (
          <Handover key={handover.key} handover={handover} />
        ))}
      </section>
    </Screen>
  )
}

/** Null while this tablet has never heard of any of it. */
function useOpenThings(floor: Floor): OpenThing[] | null {
  const { shelf } = floor
  const runs = useBook(shelf.runs, shelf.stirred)
  const holds = useBook(shelf.holds, shelf.stirred)
  const monitors = shelf.monitors.value.value?.monitors ?? null
  if (runs === null && holds === null && monitors === null) return null
  return openThings({
    runs: runs ?? [],
    holds: holds ?? [],
    alarms: floor.alarms.raised.value,
    monitors: monitors ?? [],
  })
}

interface Handing {
  things: OpenThing[] | null
  draft: ShiftDraft
  clear: () => void
}

function primaryOf(floor: Floor, { things, draft, clear }: Handing): Primary {
  const notes = notesOf(draft, phraseWord)
  const left = unticked(things ?? [], draft)
  const hand = () => {
    const ids = things ?? []
    floor.outbox
      .put({
        command: 'hand-over-shift',
        body: {
          notes,
          open_runs: idsOf(ids, 'run'),
          open_holds: idsOf(ids, 'hold'),
          open_alarms: idsOf(ids, 'alarm'),
        },
      })
      .then(
        () => {
          clear()
          floor.scan.bus.say({ tone: 'ok', title: say('handed') })
        },
        () => floor.scan.bus.say({ tone: 'forbidden', title: say('not_kept') }),
      )
  }
  const word = say('hand_over')
  if (floor.session.person.value?.role === 'VIEWER') return { word, run: hand, missing: say('look_only') }
  if (left > 0) return { word, run: hand, missing: say('tick_left', { n: left }) }
  return { word, run: hand, missing: notes === '' ? say('note_missing') : null }
}

function Handover({ handover }: { handover: ShownHandover }) {
  const floor = useFloor()
  const { handover_id, from_person_id, to_person_id } = handover
  const person = floor.session.person.value
  const people = floor.session.people.value ?? []
  const mayAccept =
    person !== null &&
    person.role !== 'VIEWER' &&
    person.id !== from_person_id &&
    (to_person_id ?? person.id) === person.id
  const accept = () => {
    if (handover_id === null) return
    floor.outbox
      .put({ command: 'accept-handover', params: { handover_id }, body: {}, lane: `shift:${handover_id}` })
      .then(
        () => floor.scan.bus.say({ tone: 'ok', title: say('accepted') }),
        () => floor.scan.bus.say({ tone: 'forbidden', title: say('not_kept') }),
      )
  }
  return (
    <HandoverCard
      handover={handover}
      nameOf={id => people.find(one => one.id === id)?.display_name ?? say('somebody')}
      accept={mayAccept && handover_id !== null ? accept : null}
      switchPerson={person?.id === from_person_id ? () => floor.session.lock() : null}
    />
  )
}

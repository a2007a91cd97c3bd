import { useLocation } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { Notice } from '../part/notice.tsx'
import { HeadquartersCard } from '../sync/headquarters-card.tsx'
import { ConflictCard } from './conflict-card.tsx'
import type { Conflict } from './conflict-state.ts'
import { isOpen, type ShownEntry } from './entry.ts'
import { EntryRow } from './entry-row.tsx'
import { ExportCard } from './export-card.tsx'
import { lotOf } from './lot-of.ts'
import { RoomCard } from './room-card.tsx'
import { say } from './words.ts'

/** How many that are done stay in sight. */
const SENT_MAX = 40

/** The sync centre: what waits, what is done, and what needs a person, in plain words. */
export function SyncScreen() {
  const floor = useFloor()
  const { outbox } = floor
  const { conflicts } = floor
  const entries = outbox.entries.value
  const nameOf = (id: string) => floor.shelf.people.value.value?.find(one => one.id === id)?.display_name ?? null
  const now = floor.clock.now.value
  const waits = outbox.waiting.value
  const list = (title: string, shown: readonly ShownEntry[]) => (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul class="rows">
        {shown.map(entry => (
          <EntryRow key={entry.key} entry={entry} now={now} name={nameOf(entry.person_id)} />
        ))}
      </ul>
    </section>
  )
  const open = (entries ?? []).filter(isOpen)
  const closed = (entries ?? []).filter(({ state }) => state === 'acked' || state === 'given-up')
  const found = conflicts.conflicts.value
  const isSendable = open.some(({ state }) => state !== 'parked')
  const primary = isSendable ? { word: say('send_now'), run: outbox.wake } : null
  return (
    <Screen title={say('title')} primary={primary} class="sync">
      <TroubleNotice />
      {entries === null && <p class="quiet">{say('loading')}</p>}
      {found.length > 0 && (
        <section aria-label={say('attention')}>
          <h2>{say('attention')}</h2>
          {found.map(conflict => (
            <Card key={conflict.entry.key} conflict={conflict} dismiss={conflicts.dismiss} nameOf={nameOf} />
          ))}
        </section>
      )}
      {entries !== null && waits === 0 && found.length === 0 && <p class="quiet">{say('nothing')}</p>}
      {open.length > 0 && list(say('waiting', { n: open.length }), open)}
      {closed.length > 0 && list(say('sent'), closed.toReversed().slice(0, SENT_MAX))}
      <HeadquartersCard status={floor.sync.status.value} isAway={floor.away.value !== null} now={now} />
      <RoomCard />
      <ExportCard outbox={outbox} tablet_id={floor.tablet.enrolled.value?.tablet_id ?? null} />
    </Screen>
  )
}

interface CardProps {
  conflict: Conflict
  dismiss: (key: string) => void
  nameOf: (person_id: string) => string | null
}

/** A conflict with what its buttons do. */
function Card({ conflict, dismiss, nameOf }: CardProps) {
  const { outbox, clock, report } = useFloor()
  const { route } = useLocation()
  const { kind, entry } = conflict
  const close = (reason: string) => {
    if (kind === 'overtaken') dismiss(entry.key)
    else outbox.discard(entry.key, reason).catch(report)
  }
  const lot = lotOf(entry)
  // The old decision goes first: behind it a new one of the same lot would only be parked.
  const decide = () => {
    close(say('decide_anew'))
    route(`${entry.command === 'print-label' ? '/label' : '/lot'}/${encodeURIComponent(lot ?? '')}`)
  }
  const parked = outbox.attention.value.filter(({ state, lane }) => state === 'parked' && lane === entry.lane)
  return (
    <ConflictCard
      conflict={conflict}
      now={clock.now.value}
      behind={kind === 'refused' ? parked.length : 0}
      nameOf={nameOf}
      keep={close}
      retry={() => void outbox.retry(entry.key).catch(report)}
      decide={lot === null ? null : decide}
    />
  )
}

/** Why entries cannot be kept or are not taken. */
function TroubleNotice() {
  const trouble = useFloor().outbox.trouble.value
  if (trouble === null) return null
  return <Notice title={trouble.title} hint={trouble.hint} />
}

import type { Lot } from '@flowviz/contract/lot'
import { getLotLinks, getLotPostings, listAudit } from '@flowviz/edge-client/generated/api'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Floor } from '../floor-state.ts'
import { useFloor } from '../frame/floor-context.ts'
import { type Heard, useAnswer } from '../shelf/use-answer.ts'
import { troubleWords } from '../word/trouble-word.ts'
import type { AccountNames } from './account-name.ts'
import { EventsAside, LinksAside, MovementsAside } from './lot-aside.tsx'
import { say } from './words.ts'

const ASIDES = ['links', 'events', 'movements'] as const
type Aside = (typeof ASIDES)[number]

/** Roles that may read of the audit trail (contract/permission). */
const READERS = new Set(['ADMIN', 'MANAGER', 'AUDITOR', 'OPERATOR'])
const ROWS = 20

/** What only the appliance knows of a lot, one thing at a time: its genealogy one step each way, its history, its movements. */
export function AsidePanel({ lot }: { lot: Lot }) {
  const floor = useFloor()
  const [aside, show] = useState<Aside>('links')
  const mayRead = READERS.has(floor.session.person.value?.role ?? '')
  const asked = (of: Aside) => (aside === of ? `${of} ${lot.lot_id} ${lot.on_hand_mg} ${lot.status}` : '')
  const links = useAnswer(asked('links'), () => getLotLinks(lot.lot_id))
  const events = useAnswer(mayRead ? asked('events') : '', () =>
    listAudit({ subject: `lot:${lot.lot_id}`, limit: ROWS }),
  )
  const movements = useAnswer(asked('movements'), () => getLotPostings(lot.lot_id, { limit: ROWS }))
  return (
    <section class="aside-panel" aria-label={say(aside)}>
      <div class="key-row" role="toolbar" aria-label={say('about')}>
        {ASIDES.map(one => (
          <button key={one} type="button" class="button" aria-pressed={one === aside} onClick={() => show(one)}>
            {say(one)}
          </button>
        ))}
      </div>
      {aside === 'links' && <Told heard={links}>{value => <LinksAside links={value} />}</Told>}
      {aside === 'events' &&
        (mayRead ? (
          <Told heard={events}>{({ entries }) => <EventsAside entries={entries} now={floor.clock.now.value} />}</Told>
        ) : (
          <p class="quiet">{say('no_events')}</p>
        ))}
      {aside === 'movements' && (
        <Told heard={movements}>
          {({ postings }) => <MovementsAside postings={postings} names={accountNames(floor)} />}
        </Told>
      )}
    </section>
  )
}

function Told<T>({ heard, children }: { heard: Heard<T>; children: (value: T) => ComponentChildren }) {
  if (heard.value !== null) return <>{children(heard.value)}</>
  if (heard.asking) return <p class="quiet">{say('asking')}</p>
  return <p class="notice">{heard.trouble === null ? say('needs_server') : troubleWords(heard.trouble).title}</p>
}

function accountNames({ shelf }: Floor): AccountNames {
  return {
    location: id => shelf.locations.value.value?.find(one => one.location_id === id)?.title ?? null,
    party: id => shelf.parties.value.value?.find(one => one.party_id === id)?.title ?? null,
    run: id => shelf.runs.value.value?.find(one => one.run_id === id)?.run_code ?? null,
    lot: id => shelf.lots.value.value?.find(one => one.lot_id === id)?.lot_code ?? null,
  }
}

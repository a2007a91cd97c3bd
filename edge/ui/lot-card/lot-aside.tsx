import type { AuditEntry } from '@flowviz/contract/audit'
import { sumText, whenText } from '@flowviz/contract/screen/format'
import type { LinkedLot, LotLinks, LotPosting } from '@flowviz/contract/stock-view'
import { lotTypeWord } from '../word/lot-type.ts'
import { type AccountNames, accountName } from './account-name.ts'
import { eventDetail, eventWord } from './event-word.ts'
import { say } from './words.ts'

/** One step of the genealogy, both ways; each leads on. */
export function LinksAside({ links: { parents, children } }: { links: LotLinks }) {
  return (
    <>
      <h2>{say('parents')}</h2>
      {parents.length === 0 ? <p class="quiet">{say('none_parents')}</p> : <LinkRows lots={parents} />}
      <h2>{say('children')}</h2>
      {children.length === 0 ? <p class="quiet">{say('none_children')}</p> : <LinkRows lots={children} />}
    </>
  )
}

const LinkRows = ({ lots }: { lots: readonly LinkedLot[] }) => (
  <ul class="rows">
    {lots.map(lot => (
      <li key={`${lot.lot_id} ${lot.seq}`}>
        <a class="row" href={`/lot/${encodeURIComponent(lot.lot_id)}`}>
          <span class="what">
            <b>{lot.lot_code}</b>
            <span>{[lotTypeWord(lot.lot_type), say(`kind_${lot.kind}`)].join(' · ')}</span>
          </span>
          <span>{sumText(lot.weight_kg)} kg</span>
        </a>
      </li>
    ))}
  </ul>
)

/** What was done with the lot, the newest first. */
export function EventsAside({ entries, now }: { entries: readonly AuditEntry[]; now: number }) {
  if (entries.length === 0) return <p class="quiet">{say('no_events')}</p>
  return (
    <ol class="story">
      {entries.map(entry => (
        <li key={entry.seq}>
          <time>{whenText(entry.recorded_at, now)}</time>
          <span>
            <b>{eventWord(entry.type)}</b> {eventDetail(entry.data, entry.reason)}
            {entry.actor?.display_name != null && <span class="quiet"> · {entry.actor.display_name}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** Where its quantity went: each movement leaves one account and enters another. */
export function MovementsAside({ postings, names }: { postings: readonly LotPosting[]; names: AccountNames }) {
  if (postings.length === 0) return <p class="quiet">{say('no_movements')}</p>
  return (
    <ol class="story">
      {postings.map(({ seq, n, from, to, weight_kg }) => (
        <li key={`${seq} ${n}`}>
          <span class="kg">{sumText(weight_kg)} kg</span>
          <span>{say('from_to', { from: accountName(from, names), to: accountName(to, names) })}</span>
        </li>
      ))}
    </ol>
  )
}

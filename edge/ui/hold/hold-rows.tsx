import type { Hold } from '@flowviz/contract/hold'
import { ageText } from '@flowviz/contract/screen/format'
import { useGrowing } from '../part/growing.tsx'
import { saidText } from '../word/said.ts'
import { ownerOf, type PendingHold, STATE_TONES } from './hold-list.ts'
import { say } from './words.ts'

export interface HoldRowsProps {
  holds: readonly Hold[]
  pending: readonly PendingHold[]
  now: number
  /** Names of people by their id. */
  nameOf: (person_id: string) => string
}

/** Holds as rows: why, which lots, whose, for how long. What waits on this tablet is hatched and stands first. */
export function HoldRows({ holds, pending, now, nameOf }: HoldRowsProps) {
  const { shown, end } = useGrowing(holds, '')
  return (
    <ul class="rows holds">
      {pending.map(hold => (
        <li key={hold.key}>
          <a class="row" href="/sync" data-pending="true">
            <span class="what">
              <b>{hold.reason}</b>
              <span>{hold.about === '' ? say('lots', { n: hold.refs.length }) : hold.about}</span>
            </span>
            <span class="when">
              <span>{nameOf(hold.person_id)}</span>
              <span>{say('since', { age: ageText(now - Date.parse(hold.placed_at)) })}</span>
            </span>
            <span class="mark" data-tone={hold.rejected ? 'alarm' : 'pending'}>
              {say(hold.rejected ? 'rejected' : 'pending')}
            </span>
          </a>
        </li>
      ))}
      {shown.map(hold => (
        <HoldRow key={hold.hold_id} hold={hold} now={now} nameOf={nameOf} />
      ))}
      {end}
    </ul>
  )
}

function HoldRow({ hold, now, nameOf }: { hold: Hold } & Pick<HoldRowsProps, 'now' | 'nameOf'>) {
  return (
    <li>
      <a class="row" href={`/holds/${hold.hold_id}`}>
        <span class="what">
          <b>{saidText(hold.reason, hold.said)}</b>
          <span>{lotsText(hold)}</span>
        </span>
        <span class="when">
          <span>{nameOf(ownerOf(hold))}</span>
          <span>{say('since', { age: ageText(now - Date.parse(hold.placed_at)) })}</span>
        </span>
        <span class="mark" data-tone={STATE_TONES[hold.state]}>
          {say(`state_${hold.state}`)}
        </span>
      </a>
    </li>
  )
}

const NAMED = 2

function lotsText({ lots, lot_count, open_count }: Hold): string {
  const named = lots.slice(0, NAMED).map(({ lot_code }) => lot_code)
  const count = open_count === lot_count ? '' : say('open_of', { open: open_count, all: lot_count })
  const all = lot_count > NAMED ? say('lots', { n: lot_count }) : ''
  return [named.join(', ') + (lot_count > NAMED ? ' …' : ''), all, count].filter(text => text !== '').join(' · ')
}

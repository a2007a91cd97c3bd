import { sumText, timeText } from '@flowviz/contract/screen/format'
import { HoldButton } from '../frame/hold-button.tsx'
import { ReasonGrid } from '../part/reason-grid.tsx'
import type { ShownNotice, SoughtLot } from './notice-view.ts'
import { missingReasons } from './reasons.ts'
import { say } from './words.ts'

interface NoticeCardProps {
  notice: ShownNotice
  /** How many more recalls have lots to find. */
  behind: number
  /** The lot that cannot be scanned, and is told of by hand. */
  chosen: SoughtLot | null
  /** Null for whom the appliance takes no finding from. */
  choose: ((lot: SoughtLot | null) => void) | null
  found: (lot: SoughtLot) => void
  missing: (lot: SoughtLot, reason: string) => void
  /** When the list was heard, while the appliance is away. */
  as_of: number | null
}

/** F19, what is still to be found of a recall: a figure that is read from afar, and the lots with their places. */
export function NoticeCard(props: NoticeCardProps) {
  const { notice, behind, chosen, choose, as_of } = props
  const { to_find_count: n, found_count: found, missing_count: missing, lot_count: all } = notice
  return (
    <div class="recall-notice">
      <section class="count" aria-live="polite">
        <p class="figure">
          <b>{n}</b> <span>{say('to_find', { n })}</span>
        </p>
        <p>{say('progress', { found, missing, all })}</p>
        <p class="how">{choose === null ? say('look_only') : say('how')}</p>
        <p class="quiet">{say(notice.mode === 'mock' ? 'drill_text' : 'real_text')}</p>
        {behind > 0 && <p class="quiet">{say('more_recalls', { n: behind })}</p>}
        {as_of !== null && <p class="quiet">{say('as_of', { time: timeText(as_of) })}</p>}
      </section>
      {chosen === null || choose === null ? (
        <Lots notice={notice} choose={choose} />
      ) : (
        <ByHand {...props} lot={chosen} choose={choose} />
      )}
    </div>
  )
}

function Lots({ notice, choose }: Pick<NoticeCardProps, 'notice' | 'choose'>) {
  return (
    <section class="lots" aria-label={say('lots')}>
      <ul class="rows">
        {notice.lots.map(lot => (
          <li key={lot.lot_id} class="row" data-said={lot.said}>
            <span class="what">
              <b>{lot.lot_code}</b>
              <span>{[lot.product, `${sumText(lot.on_hand_kg)} kg`].filter(Boolean).join(' · ')}</span>
              <span class="stands">{placesOf(lot)}</span>
            </span>
            {lot.said !== null && (
              <span class="when">
                <span class="mark" data-tone={lot.said === 'FOUND' ? 'ok' : 'warn'}>
                  {say(lot.said === 'FOUND' ? 'found' : 'missing')}
                </span>
                {lot.pending && <span>{say('pending')}</span>}
              </span>
            )}
            {choose !== null && lot.said !== 'FOUND' && (
              <button type="button" class="button" onClick={() => choose(lot)}>
                {say(lot.said === null ? 'not_scanned' : 'again')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {notice.more > 0 && <p class="quiet">{say('more_lots', { n: notice.more })}</p>}
    </section>
  )
}

const placesOf = ({ places }: SoughtLot) =>
  places.length === 0
    ? say('nowhere')
    : places.map(({ title, weight_kg }) => `${title} (${sumText(weight_kg)} kg)`).join(', ')

interface ByHandProps extends Pick<NoticeCardProps, 'found' | 'missing'> {
  lot: SoughtLot
  choose: (lot: null) => void
}

/** For a lot whose label nobody can scan, and for one that is not there. */
function ByHand({ lot, choose, found, missing }: ByHandProps) {
  return (
    <section class="by-hand" aria-label={say('panel', { code: lot.lot_code })}>
      <h2>{say('panel', { code: lot.lot_code })}</h2>
      <p class="quiet">{placesOf(lot)}</p>
      <HoldButton class="button take" run={() => found(lot)}>
        {say('found_unreadable')}
      </HoldButton>
      <ReasonGrid
        title={say('why_missing')}
        reasons={missingReasons()}
        chosen={null}
        choose={reason => missing(lot, reason)}
      />
      <button type="button" class="button" onClick={() => choose(null)}>
        {say('back')}
      </button>
    </section>
  )
}

import type { HeldLot, Hold } from '@flowviz/contract/hold'
import { whenText } from '@flowviz/contract/screen/format'
import { lotTypeWord } from '../word/lot-type.ts'
import { saidText } from '../word/said.ts'
import type { Result } from './evaluate-card.tsx'
import { say as sayFound } from './evaluate-words.ts'
import { STATE_TONES } from './hold-list.ts'
import { say } from './words.ts'

export interface HoldCardProps {
  hold: Hold
  now: number
  nameOf: (person_id: string) => string
  /** What was found about the deviation behind it; null while nothing was, or nothing is known. */
  found?: Result | null
  /** This person may say it, on a screen of its own. */
  mayEvaluate?: boolean
}

/** One hold: its lots on the left, why and what was done about it so far on the right. */
export function HoldCard({ hold, now, nameOf, found = null, mayEvaluate = false }: HoldCardProps) {
  const { lots, lot_count } = hold
  return (
    <div class="two-halves hold-card">
      <section aria-label={say('held_lots')}>
        <h2>{say('open_of', { open: hold.open_count, all: lot_count })}</h2>
        <ul class="rows">
          {lots.map(lot => (
            <li key={lot.lot_id}>
              <a class="row" href={`/lot/${encodeURIComponent(lot.lot_id)}`}>
                <span class="what">
                  <b>{lot.lot_code}</b>
                  <span>{lotTypeWord(lot.lot_type)}</span>
                </span>
                <LotMark lot={lot} />
              </a>
            </li>
          ))}
        </ul>
        {lot_count > lots.length && <p class="quiet">{say('more_lots', { n: lot_count - lots.length })}</p>}
      </section>
      <section aria-label={say('history')}>
        <p>
          <b class="mark" data-tone={STATE_TONES[hold.state]}>
            {say(`state_${hold.state}`)}
          </b>
        </p>
        <dl class="facts-list">
          <Fact name={say('reason')}>{saidText(hold.reason, hold.said)}</Fact>
          <Fact name={say('cause')}>{say(`cause_${hold.cause}`)}</Fact>
        </dl>
        <h2>{say('history')}</h2>
        <History hold={hold} now={now} nameOf={nameOf} />
        {hold.deviation_id !== null && hold.state !== 'CLOSED' && (
          <div class="notice" data-tone={found === 'safe' ? undefined : 'warn'}>
            <p>{sayFound(found === null ? 'waits' : `found_${found}`)}</p>
            {mayEvaluate && (
              <a class="button found" href={`/holds/${hold.hold_id}/evaluation`}>
                {sayFound(found === null ? 'evaluate' : 'evaluate_again')}
              </a>
            )}
          </div>
        )}
      </section>
    </div>
  )
}

function LotMark({ lot }: { lot: HeldLot }) {
  const [tone, word] = lot.waiting
    ? (['warn', 'waiting_lot'] as const)
    : lot.open
      ? (['hold', 'state_OPEN'] as const)
      : (['ok', 'released_lot'] as const)
  return (
    <span class="mark" data-tone={tone}>
      {say(word)}
    </span>
  )
}

const Fact = ({ name, children }: { name: string; children: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** What was done, the first at the top; what has no time has not been done. */
function History({ hold, now, nameOf }: Pick<HoldCardProps, 'hold' | 'now' | 'nameOf'>) {
  const by = (at: string | null, id: string | null) =>
    at === null ? null : say('by', { when: whenText(at, now), name: id === null ? say('by_system') : nameOf(id) })
  const decision = hold.disposition === null ? '' : `${say(hold.disposition)}: ${hold.disposition_reason ?? ''} · `
  const decided = by(hold.dispositioned_at, hold.dispositioned_by)
  const executed = hold.executed_at === null ? null : whenText(hold.executed_at, now)
  const witness = hold.witness_id === null ? '' : ` · ${say('witness', { name: nameOf(hold.witness_id) })}`
  const steps = [
    [say('placed'), by(hold.placed_at, hold.placed_by)],
    [say('reviewed'), by(hold.review_started_at, hold.reviewed_by)],
    [say('decided'), decided === null ? null : decision + decided],
    [say('carried_out'), executed === null ? null : executed + witness],
    [say('closed'), hold.closed_at === null ? null : whenText(hold.closed_at, now)],
  ] as const
  return (
    <dl class="facts-list">
      {steps.map(([name, text]) => text !== null && <Fact key={name} name={name} children={text} />)}
    </dl>
  )
}

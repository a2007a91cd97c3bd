import type { RunTotals } from '@flowviz/contract/event/run'
import type { RunBalance } from '@flowviz/contract/run'
import { decimalText } from '@flowviz/contract/screen/format'
import type { ComponentChildren } from 'preact'
import { kgText, toleranceText } from './mass.ts'
import { say } from './words.ts'

interface MassCardProps {
  totals: RunTotals
  balance: RunBalance
  /** Commands of this tablet that are not in it yet. */
  pending: number
  /** Nothing more is made: what does not fit is told. */
  isJudged: boolean
}

/** What went in, what came out of it and how, and what nobody explained. */
export function MassCard({ totals, balance, pending, isJudged }: MassCardProps) {
  const { input_mg, good_mg, by_product_mg, rework_mg, waste_mg, sample_mg, process_loss_mg } = totals
  const rows: [label: string, mg: number, always?: boolean][] = [
    [say('in'), input_mg, true],
    [say('good'), good_mg, true],
    [say('by_product'), by_product_mg],
    [say('rework'), rework_mg],
    [say('lost'), waste_mg + sample_mg + process_loss_mg, true],
  ]
  return (
    <section class="mass panel" aria-label={say('mass')}>
      <h2>{say('mass')}</h2>
      <dl>
        {rows
          .filter(([, mg, always]) => always === true || mg !== 0)
          .map(([label, mg]) => (
            <Row key={label} label={label} kg={kgText(mg)} />
          ))}
        <Row label={say('unexplained')} kg={kgText(balance.unexplained_mg)}>
          {isJudged && input_mg > 0 && (
            <span class="mark" data-tone={balance.closes ? 'ok' : 'warn'}>
              {say(balance.closes ? 'within' : 'beyond')}
            </span>
          )}
        </Row>
      </dl>
      <p class="quiet">{say('tolerated', { kg: toleranceText(balance.tolerance_mg) })}</p>
      {balance.yield_pct !== null && (
        <p>
          {say('yield')} <b>{decimalText(balance.yield_pct)} %</b>{' '}
          {isJudged && balance.yield_expected === false && (
            <span class="mark" data-tone="warn">
              {say('yield_odd')}
            </span>
          )}
        </p>
      )}
      {pending > 0 && <p class="quiet">{say('to_come')}</p>}
    </section>
  )
}

function Row({ label, kg, children }: { label: string; kg: string; children?: ComponentChildren }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <b>{kg}</b> kg
      </dd>
      <dd class="note">{children}</dd>
    </>
  )
}

import type { DeviationView } from '@flowviz/contract/hq-plant'
import { countText, decimalText, unitText, whenText } from '@flowviz/contract/screen/format'
import { Marked } from '../part/marked.tsx'
import { deviationMark } from './quality-state.ts'

interface DeviationListProps {
  deviations: DeviationView[]
  now: number
  /** Address that shows one with its curve. */
  link: (deviationId: string) => string
  open: string | undefined
}

/** Deviations, newest first: what was wrong, since when, how far, and how many lots it touches. */
export function DeviationList({ deviations, now, link, open }: DeviationListProps) {
  return (
    <ul class="quality-list">
      {deviations.map(deviation => (
        <li
          key={deviation.deviation_id}
          class="panel"
          data-tone={deviationMark(deviation).tone}
          data-open={deviation.deviation_id === open}
        >
          <header>
            <h3>
              <a href={link(deviation.deviation_id)}>{deviation.text}</a>
            </h3>
            <Marked mark={deviationMark(deviation)} />
          </header>
          <p>{sentenceOf(deviation, now)}</p>
        </li>
      ))}
    </ul>
  )
}

function sentenceOf({ began_at, ended_at, worst_value, unit, lot_count }: DeviationView, now: number): string {
  const span =
    ended_at === null ? `since ${whenText(began_at, now)}` : `${whenText(began_at, now)} to ${whenText(ended_at, now)}`
  const worst = worst_value === null ? '' : `, worst ${decimalText(worst_value)} ${unitText(unit)}`
  return `${span}${worst}, ${countText(lot_count, 'lot')} touched`
}

import { Stepper } from '../part/stepper.tsx'
import type { Standing, WeightRange } from '../weight/range.ts'
import { say } from './words.ts'

interface TallyCardProps {
  counts: Record<Standing, number>
  range: WeightRange
  percent: number
  away: boolean
  change: (percent: number) => void
}

/** The check-weigher: how many of this run were too light or too heavy, and by what they are judged. */
export function TallyCard({ counts, range, percent, away, change }: TallyCardProps) {
  return (
    <section class="tally panel" aria-label={say('tally')}>
      <h2>{say('tally')}</h2>
      {range.target_kg === null ? (
        <p class="quiet">{say('no_target')}</p>
      ) : (
        <>
          <p>
            {counts.below + counts.above > 0 ? (
              <b class="mark" data-tone="warn">
                {say('tally_counts', counts)}
              </b>
            ) : (
              say('tally_counts', counts)
            )}
          </p>
          <Stepper label={say('tolerance', { n: percent })} value={percent} change={change} max={20} />
        </>
      )}
      {away && <p class="quiet">{say('tally_old')}</p>}
    </section>
  )
}

import { daysLater, monthsLater } from './day.ts'
import { say } from './words.ts'

interface DateKeysProps {
  day: string | null
  today: string
  change: (day: string | null) => void
}

const STEPS = ['year', 'month', 'week', 'day'] as const
type Step = (typeof STEPS)[number]

const LATER: Record<Step, (day: string | null, sign: number, today: string) => string> = {
  year: (day, sign, today) => monthsLater(day, 12 * sign, today),
  month: (day, sign, today) => monthsLater(day, sign, today),
  week: (day, sign, today) => daysLater(day, 7 * sign, today),
  day: (day, sign, today) => daysLater(day, sign, today),
}

/** A date by large keys: years and months for what keeps, weeks and days for what does not. */
export function DateKeys({ day, today, change }: DateKeysProps) {
  const keys = (sign: -1 | 1) =>
    STEPS.map(step => (
      <button
        key={`${step} ${sign}`}
        type="button"
        class="button"
        aria-label={say(sign < 0 ? `${step}_less` : `${step}_more`)}
        onClick={() => change(LATER[step](day, sign, today))}
      >
        {sign < 0 ? '−' : '+'}1 {say(`${step}_short`)}
      </button>
    ))
  return (
    <div class="date-keys">
      {keys(1)}
      <output>{day ?? say('no_date')}</output>
      <button type="button" class="button" data-kind="quiet" disabled={day === null} onClick={() => change(null)}>
        {say('no_date')}
      </button>
      {keys(-1)}
    </div>
  )
}

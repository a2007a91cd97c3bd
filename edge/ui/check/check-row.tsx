import { say } from './words.ts'

/** How something was found: good, not good, works but could be better, or not known yet. */
export type Standing = boolean | 'advised' | null

const WORDS = { true: 'good', false: 'bad', advised: 'advised', null: 'open' } as const
const TONES = { true: 'ok', false: 'alarm', advised: 'warn', null: 'stale' } as const

interface CheckRowProps {
  name: string
  standing: Standing
  value: string
  /** What to do about it; shown while it is not good. */
  next: string | null
}

/** One line of a check: what, a tick or a cross in words, the figure, and the next step. */
export function CheckRow({ name, standing, value, next }: CheckRowProps) {
  const key = String(standing) as keyof typeof WORDS
  return (
    <li class="check-row">
      <b>{name}</b>
      <span class="mark" data-tone={TONES[key]}>
        {say(WORDS[key])}
      </span>
      <span class="value">{value}</span>
      {standing !== true && next !== null && <span class="next">{next}</span>}
    </li>
  )
}

import { say as weigh } from '../weight/words.ts'
import { say } from './words.ts'

const KEYS = [...'1234567890', ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ', ...'-/.']
const LENGTH_MAX = 60

interface CodePadProps {
  label: string
  value: string
  change: (value: string) => void
}

/** Letters and digits as keys: the last resort for a label that no scanner reads. */
export function CodePad({ label, value, change }: CodePadProps) {
  return (
    <fieldset class="code-pad" aria-label={label}>
      <p class="number" role="status">
        <span class="unseen">{label}: </span>
        <b data-empty={value === ''}>{value === '' ? '—' : value}</b>
      </p>
      <div class="keys">
        {KEYS.map(key => (
          <button
            key={key}
            type="button"
            class="button key"
            onClick={() => value.length < LENGTH_MAX && change(value + key)}
          >
            {key}
          </button>
        ))}
        <button
          type="button"
          class="button key"
          aria-label={weigh('delete_digit')}
          onClick={() => change(value.slice(0, -1))}
        >
          ⌫
        </button>
        <button type="button" class="button key wide" onClick={() => change('')}>
          {say('space')}
        </button>
      </div>
    </fieldset>
  )
}

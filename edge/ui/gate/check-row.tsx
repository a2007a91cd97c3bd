import type { QcCheck } from '@flowviz/contract/plant/qc-plan'
import { decimalText, unitText } from '@flowviz/contract/screen/format'
import { checkState, isMeasured } from './gate-draft.ts'
import { say } from './words.ts'

interface CheckRowProps {
  check: QcCheck
  value: boolean | string | undefined
  /** The number pad stands open for this check. */
  isOpen: boolean
  answer: (value: boolean) => void
  open: () => void
}

/** One thing that a gate looks at: a yes or no as two keys, or a number with its limits. */
export function CheckRow({ check, value, isOpen, answer, open }: CheckRowProps) {
  const state = checkState(check, value)
  return (
    <li class="check" data-state={state}>
      <span class="what">
        <b>{check.title}</b>
        {isMeasured(check) && <span>{limitText(check)}</span>}
        {(state === 'bad' || state === 'wrong') && (
          <span class="mark" data-tone="alarm">
            {say(state)}
          </span>
        )}
      </span>
      {isMeasured(check) ? (
        <button type="button" class="button measured" aria-expanded={isOpen} onClick={open}>
          {value === undefined || value === ''
            ? say('enter')
            : `${decimalText(String(value))} ${unitText(check.unit ?? null)}`}
        </button>
      ) : (
        <span class="answers">
          <button type="button" class="button" aria-pressed={value === true} onClick={() => answer(true)}>
            {say('yes')}
          </button>
          <button
            type="button"
            class="button"
            data-bad={true}
            aria-pressed={value === false}
            onClick={() => answer(false)}
          >
            {say('no')}
          </button>
        </span>
      )}
    </li>
  )
}

function limitText({ low, high, unit }: QcCheck): string {
  const word = unitText(unit ?? null)
  if (low !== undefined && high !== undefined)
    return say('limit_both', { low: decimalText(low), high: decimalText(high), unit: word })
  if (high !== undefined) return say('limit_high', { high: decimalText(high), unit: word })
  return low === undefined ? word : say('limit_low', { low: decimalText(low), unit: word })
}

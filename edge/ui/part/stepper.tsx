import { say } from '../weight/words.ts'

interface StepperProps {
  label: string
  /** Shown in place of the label. */
  face?: string
  value: number
  change: (value: number) => void
  min?: number
  max?: number
}

/** A small count by two large keys. */
export function Stepper({ label, face, value, change, min = 1, max = 500 }: StepperProps) {
  return (
    <fieldset class="stepper" aria-label={label}>
      <button
        type="button"
        class="button"
        aria-label={say('fewer')}
        disabled={value <= min}
        onClick={() => change(value - 1)}
      >
        −
      </button>
      <output>{face ?? label}</output>
      <button
        type="button"
        class="button"
        aria-label={say('more')}
        disabled={value >= max}
        onClick={() => change(value + 1)}
      >
        +
      </button>
    </fieldset>
  )
}

import { useInSight } from './in-sight.ts'

interface ReasonGridProps {
  title: string
  reasons: readonly string[]
  chosen: string | null
  choose: (reason: string) => void
}

/** Reasons as keys: nobody types why. */
export function ReasonGrid({ title, reasons, chosen, choose }: ReasonGridProps) {
  return (
    <fieldset ref={useInSight<HTMLFieldSetElement>()} class="reasons">
      <legend>{title}</legend>
      <div class="grid">
        {reasons.map(reason => (
          <button
            key={reason}
            type="button"
            class="button"
            aria-pressed={reason === chosen}
            onClick={() => choose(reason)}
          >
            {reason}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

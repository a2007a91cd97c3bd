import type { ComponentChildren } from 'preact'

export interface Option<T extends string> {
  value: T
  /** What stands on the button. */
  face: ComponentChildren
}

interface ChoiceProps<T extends string> {
  name: string
  legend: string
  /** Hides the legend from the eye where the place says it already. */
  quietLegend?: boolean
  options: readonly Option<T>[]
  chosen: T | null
  choose: (value: T) => void
}

/** One of a few, all in sight: radio buttons that look like keys. */
export function Choice<T extends string>({ name, legend, quietLegend, options, chosen, choose }: ChoiceProps<T>) {
  return (
    <fieldset class="choice">
      <legend class={quietLegend === true ? 'unseen' : undefined}>{legend}</legend>
      <div class="segments">
        {options.map(({ value, face }) => (
          <label key={value} class="segment">
            <input type="radio" name={name} value={value} checked={chosen === value} onChange={() => choose(value)} />
            <span class="face">{face}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

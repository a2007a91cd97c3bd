import type { ReadonlySignal } from '@preact/signals'
import { ScreenError } from '../frame/screen-error.tsx'
import type { ShownState } from './shown-state.ts'

/** What can be chosen in the address, with what holds when nothing is. */
const SWITCHES = {
  lang: ['en', 'es', 'en-XA'],
  mode: ['floor', 'glove'],
  theme: ['day', 'night'],
  width: ['1280', '1024'],
} as const

interface GalleryProps {
  states: readonly ShownState[]
  /** The state that the address names after its `#`; empty: all. */
  chosen: ReadonlySignal<string>
  asked: URLSearchParams
  report: (error: unknown) => void
}

/** Every card in every state; one alone fills the window, for tests and screenshots. */
export function GalleryPage({ states, chosen, asked, report }: GalleryProps) {
  const alone = states.find(({ id }) => id === chosen.value)
  if (alone !== undefined)
    return (
      <div class="gallery-alone" data-shown={alone.id} key={alone.id}>
        <Drawn state={alone} report={report} />
      </div>
    )
  const cards = [...new Set(states.map(({ card }) => card))]
  return (
    <div class="gallery">
      <header>
        <h1>
          {states.length} states of {cards.length} cards
        </h1>
        {Object.entries(SWITCHES).map(([name, values]) => (
          <Switch key={name} name={name} values={values} asked={asked} />
        ))}
      </header>
      <main style={{ '--gallery-width': `${asked.get('width') ?? SWITCHES.width[0]}px` }}>
        {states.map(state => (
          <article key={state.id} data-shown={state.id}>
            <h2>
              <a href={`#${state.id}`}>{state.card}</a> {state.name}
            </h2>
            <div class="stage">
              <Drawn state={state} report={report} />
            </div>
          </article>
        ))}
      </main>
    </div>
  )
}

/** A component of its own, so that a drawing may use hooks and fails alone. */
function Drawn({ state, report }: { state: ShownState; report: GalleryProps['report'] }) {
  return (
    <ScreenError report={error => report(new Error(`${state.id} cannot be drawn`, { cause: error }))}>
      <Drawing draw={state.draw} />
    </ScreenError>
  )
}

const Drawing = ({ draw }: Pick<ShownState, 'draw'>) => <>{draw()}</>

function Switch({ name, values, asked }: { name: string; values: readonly string[]; asked: URLSearchParams }) {
  return (
    <nav aria-label={name}>
      {values.map(value => (
        <a
          key={value}
          href={`?${new URLSearchParams({ ...Object.fromEntries(asked), [name]: value })}`}
          aria-current={(asked.get(name) ?? values[0]) === value ? 'true' : undefined}
        >
          {value}
        </a>
      ))}
    </nav>
  )
}

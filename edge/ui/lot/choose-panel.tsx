import { useState } from 'preact/hooks'
import { say } from './words.ts'

/** One tile: its id, what stands on it, and why it cannot be chosen. */
export interface Tile {
  id: string
  title: string
  note: string | null
  barred?: string | null
}

interface ChoosePanelProps {
  title: string
  /** Null while nothing was ever heard of the plant. */
  all: readonly Tile[] | null
  recent: readonly Tile[]
  chosen: string | null
  choose: (id: string) => void
}

/** Tiles of what came last, and behind one key all there are; a scan is faster than both. */
export function ChoosePanel({ title, all, recent, chosen, choose }: ChoosePanelProps) {
  const [isAll, setAll] = useState(false)
  if (all === null) return <p class="quiet">{say('loading')}</p>
  if (all.length === 0) return <p class="quiet">{say('none_known')}</p>
  const shown = isAll || recent.length === 0 ? all : recent
  return (
    <section class="choose" aria-label={title}>
      <div class="head">
        <p>{say('scan_or_choose')}</p>
        {recent.length > 0 && (
          <button type="button" class="button" aria-pressed={isAll} onClick={() => setAll(!isAll)}>
            {say(isAll ? 'recent' : 'all')}
          </button>
        )}
      </div>
      <ul class="choices">
        {shown.map(({ id, title: name, note, barred = null }) => (
          <li key={id}>
            <button
              type="button"
              class="button"
              aria-pressed={chosen === id}
              disabled={barred !== null}
              onClick={() => choose(id)}
            >
              <b>{name}</b>
              {(barred ?? note) !== null && <span>{barred ?? note}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useState } from 'preact/hooks'
import { CodePad } from './code-pad.tsx'
import { daysLater } from './day.ts'
import type { ReceiveDraft } from './receive-draft.ts'
import { say } from './words.ts'

interface LotPanelProps {
  draft: ReceiveDraft
  today: string
  edit: (change: Partial<ReceiveDraft>) => void
  done: () => void
}

const DATES = ['best_before', 'expires_on', 'produced_on'] as const
type DateName = (typeof DATES)[number]

/** The supplier's lot code and its dates. What is typed on the pad counts when it is done. */
export function LotPanel({ draft, today, edit, done }: LotPanelProps) {
  const [text, setText] = useState(draft.supplier_lot)
  const [name, setName] = useState<DateName>(DATES.find(one => draft[one] !== null) ?? 'best_before')
  const day = draft[name]
  const step = (days: number) => edit({ [name]: daysLater(day, days, today) })
  return (
    <section class="lot-panel" aria-label={say('lot')}>
      <p>{say('lot_scan')}</p>
      <CodePad label={say('lot')} value={text} change={setText} />
      <div class="key-row">
        {DATES.map(one => (
          <button key={one} type="button" class="button" aria-pressed={one === name} onClick={() => setName(one)}>
            {say(one)}
            {draft[one] !== null && <b> {draft[one]}</b>}
          </button>
        ))}
      </div>
      <div class="key-row dates">
        <button type="button" class="button" aria-label={say('week_less')} onClick={() => step(-7)}>
          −7
        </button>
        <button type="button" class="button" aria-label={say('day_less')} onClick={() => step(-1)}>
          −1
        </button>
        <output>{day ?? say('no_date')}</output>
        <button type="button" class="button" aria-label={say('day_more')} onClick={() => step(1)}>
          +1
        </button>
        <button type="button" class="button" aria-label={say('week_more')} onClick={() => step(7)}>
          +7
        </button>
        {day !== null && (
          <button type="button" class="button" onClick={() => edit({ [name]: null })}>
            {say('no_date')}
          </button>
        )}
        <button
          type="button"
          class="button take"
          onClick={() => {
            edit({ supplier_lot: text })
            done()
          }}
        >
          {say('done')}
        </button>
      </div>
    </section>
  )
}

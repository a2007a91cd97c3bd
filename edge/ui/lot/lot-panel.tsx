import { useState } from 'preact/hooks'
import { CodePad } from './code-pad.tsx'
import { DateKeys } from './date-keys.tsx'
import type { ReceiveDraft } from './receive-draft.ts'
import { say } from './words.ts'

interface LotPanelProps {
  draft: ReceiveDraft
  today: string
  /** Takes what is keyed in, touch by touch: Register never finds a code that nobody said was done. */
  edit: (change: Partial<ReceiveDraft>) => void
  done: () => void
}

const PARTS = ['supplier_lot', 'best_before', 'expires_on', 'produced_on'] as const
type Part = (typeof PARTS)[number]

/** The supplier's lot code and its dates, one at a time: the keys of each stand in sight together. */
export function LotPanel({ draft, today, edit, done }: LotPanelProps) {
  const [part, setPart] = useState<Part>(draft.supplier_lot === '' ? 'supplier_lot' : datedPart(draft))
  return (
    <section class="lot-panel" aria-label={say('lot')}>
      <div class="key-row parts">
        {PARTS.map(one => (
          <button key={one} type="button" class="button" aria-pressed={one === part} onClick={() => setPart(one)}>
            {say(one)}
            {draft[one] !== null && draft[one] !== '' && <b>{draft[one]}</b>}
          </button>
        ))}
      </div>
      {part === 'supplier_lot' ? (
        <>
          <p>{say('lot_scan')}</p>
          <CodePad label={say('lot')} value={draft.supplier_lot} change={supplier_lot => edit({ supplier_lot })} />
        </>
      ) : (
        <DateKeys key={part} day={draft[part]} today={today} change={day => edit({ [part]: day })} />
      )}
      <div class="key-row">
        <button type="button" class="button take" onClick={done}>
          {say('done')}
        </button>
      </div>
    </section>
  )
}

/** A label that was scanned has said the code: its date is what is looked at next. */
const datedPart = (draft: ReceiveDraft): Part => PARTS.slice(1).find(one => draft[one] !== null) ?? 'best_before'

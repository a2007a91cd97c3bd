import { useState } from 'preact/hooks'
import { CodePad } from './code-pad.tsx'
import type { Document, ReceiveDraft } from './receive-draft.ts'
import { say } from './words.ts'

interface DocumentPanelProps {
  draft: ReceiveDraft
  edit: (change: Partial<ReceiveDraft>) => void
  done: () => void
}

const KINDS = ['bol', 'invoice', 'po', 'asn'] as const satisfies readonly Document['type'][]
type Kind = (typeof KINDS)[number]

/** The paper that goods of the traceability list come with; one for the whole delivery. */
export function DocumentPanel({ draft, edit, done }: DocumentPanelProps) {
  const [text, setText] = useState(draft.document?.number ?? '')
  const [kind, setKind] = useState<Kind>(KINDS.find(one => one === draft.document?.type) ?? 'bol')
  return (
    <section class="lot-panel" aria-label={say('document')}>
      <p>{say('document_scan')}</p>
      <CodePad label={say('document')} value={text} change={setText} />
      <div class="key-row">
        {KINDS.map(one => (
          <button key={one} type="button" class="button" aria-pressed={one === kind} onClick={() => setKind(one)}>
            {say(one)}
          </button>
        ))}
        <button
          type="button"
          class="button take"
          onClick={() => {
            edit({ document: text === '' ? null : { type: kind, number: text } })
            done()
          }}
        >
          {say('done')}
        </button>
      </div>
    </section>
  )
}

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
  const text = draft.document?.number ?? ''
  const [kind, setKind] = useState<Kind>(KINDS.find(one => one === draft.document?.type) ?? 'bol')
  const enter = (type: Kind, number: string) => edit({ document: number === '' ? null : { type, number } })
  return (
    <section class="lot-panel" aria-label={say('document')}>
      <p>{say('document_scan')}</p>
      <CodePad label={say('document')} value={text} change={number => enter(kind, number)} />
      <div class="key-row">
        {KINDS.map(one => (
          <button
            key={one}
            type="button"
            class="button"
            aria-pressed={one === kind}
            onClick={() => {
              setKind(one)
              enter(one, text)
            }}
          >
            {say(one)}
          </button>
        ))}
        <button type="button" class="button take" onClick={done}>
          {say('done')}
        </button>
      </div>
    </section>
  )
}

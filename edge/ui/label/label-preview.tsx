import type { Trouble } from '@flowviz/contract/screen/trouble'
import { previewLabel } from '@flowviz/edge-client/generated/api'
import { useEffect, useState } from 'preact/hooks'
import { useFloor } from '../frame/floor-context.ts'
import type { LabelTarget } from './label-target.ts'
import { TroubleNotice } from './trouble-notice.tsx'
import { say } from './words.ts'

type Drawn = { kind: 'loading' } | { kind: 'image'; svg: string; text: string } | { kind: 'none'; trouble: Trouble }

/** The label as it will come out, drawn by the appliance for the paper of this printer. */
export function LabelPreview({ target, printer_id }: { target: LabelTarget; printer_id: string | null }) {
  const { access, away } = useFloor()
  const [drawn, setDrawn] = useState<Drawn>({ kind: 'loading' })
  const isAway = away.value !== null
  const { label, lot_id, hu_id, hold_id, pending } = target
  useEffect(() => {
    if (isAway || pending) return
    let isCurrent = true
    setDrawn({ kind: 'loading' })
    const subject = Object.fromEntries(Object.entries({ lot_id, hu_id, hold_id }).filter(([, id]) => id !== undefined))
    const paper = printer_id === null ? {} : { printer_id }
    void access
      .ask(() => previewLabel({ label, ...subject, ...paper, format: 'svg' }))
      .then(answer => {
        if (!isCurrent) return
        if (!answer.ok) setDrawn({ kind: 'none', trouble: answer.trouble })
        else setDrawn({ kind: 'image', svg: answer.value.text, text: answer.value.elements })
      })
    return () => {
      isCurrent = false
    }
  }, [label, lot_id, hu_id, hold_id, printer_id, isAway, pending, access])
  if (pending) return <p class="quiet">{say('waits_for_lot')}</p>
  if (drawn.kind === 'image')
    return (
      <figure class="label-preview">
        {/* As an image it runs nothing, whatever a product is called. */}
        <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn.svg)}`} alt={say('preview')} />
        <figcaption>{drawn.text}</figcaption>
      </figure>
    )
  if (isAway) return <p class="quiet">{say('preview_offline')}</p>
  return drawn.kind === 'loading' ? (
    <p class="quiet">{say('preview_loading')}</p>
  ) : (
    <TroubleNotice trouble={drawn.trouble} />
  )
}

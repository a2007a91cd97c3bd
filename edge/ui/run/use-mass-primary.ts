import { useState } from 'preact/hooks'
import type { Primary } from '../frame/primary.ts'
import { EMPTY_MASS, type MassDraft, useMass } from './mass-panel.tsx'
import type { RunNow } from './run-now.ts'
import type { Panel } from './run-panel.ts'
import { useStep } from './use-step.ts'
import { say } from './words.ts'

/** The draft of a loss or of material that goes back, and the main action that tells it; null while neither is open. */
export function useMassPrimary({ run }: RunNow, panel: Panel, open: (panel: Panel) => void) {
  const step = useStep(run)
  const [draft, setDraft] = useState<MassDraft>(EMPTY_MASS)
  const { missing, kg, by } = useMass(draft)
  const tell = async () => {
    if (by === null) return
    const isKept =
      panel.kind === 'back'
        ? await step('return-material', { lot_id: panel.lot.lot_id, ...by }, backWord(panel.lot.lot_code, kg))
        : await step('lose-material', { cause: draft.cause, ...by }, say('loss_told', { kg, cause: say(draft.cause) }))
    if (!isKept) return
    setDraft(EMPTY_MASS)
    open({ kind: 'none' })
  }
  const isOpen = panel.kind === 'loss' || panel.kind === 'back'
  const word = say(panel.kind === 'back' ? 'put_back' : 'tell_loss')
  const primary: Primary | null = isOpen ? { word, missing, run: () => void tell() } : null
  return { draft, edit: (change: Partial<MassDraft>) => setDraft({ ...draft, ...change }), primary }
}

const backWord = (code: string, kg: string) => say('back_told', { code, kg })

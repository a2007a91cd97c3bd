import { ReasonGrid } from '../part/reason-grid.tsx'
import { explanations, pauses } from './reasons.ts'
import type { RunNow } from './run-now.ts'
import type { Panel } from './run-panel.ts'
import { TakenList } from './taken-list.tsx'
import type { Material } from './use-run.ts'
import { useStep } from './use-step.ts'
import { say } from './words.ts'

interface RunAsideProps {
  now: RunNow
  panel: Panel
  open: (panel: Panel) => void
  material: Pick<Material, 'taken' | 'flagged'>
  explanation: string | null
  explain: (reason: string) => void
}

const GIVES_BACK: ReadonlySet<string> = new Set(['RUNNING', 'PAUSED', 'COMPLETED'])

/** What the finger needs next to the step: reasons of a pause, what explains a difference, what is in the run. */
export function RunAside({ now, panel, open, material, explanation, explain }: RunAsideProps) {
  const { run, state, waits } = now
  const step = useStep(run)
  if (panel.kind === 'pause')
    return (
      <ReasonGrid
        title={say('why_pause')}
        reasons={pauses()}
        chosen={null}
        choose={reason => void step('pause-run', { reason }, say('paused')).then(() => open({ kind: 'none' }))}
      />
    )
  const { taken, flagged } = material
  return (
    <>
      {state === 'COMPLETED' && !run.balance.closes && waits === null && (
        <ReasonGrid title={say('why_unexplained')} reasons={explanations()} chosen={explanation} choose={explain} />
      )}
      <TakenList
        taken={taken}
        flagged={flagged}
        putBack={GIVES_BACK.has(state) && waits === null ? lot => open({ kind: 'back', lot }) : null}
      />
    </>
  )
}

import type { RunNow } from './run-now.ts'
import type { Panel } from './run-panel.ts'
import { say } from './words.ts'

const LOSES: ReadonlySet<string> = new Set(['RUNNING', 'PAUSED', 'COMPLETED'])

interface KeysProps {
  now: RunNow
  panel: Panel
  open: (panel: Panel) => void
}

/** What else a run allows now, beside its main action. */
export function RunKeys({ now: { run, state, pending, waits }, panel, open }: KeysProps) {
  const isEmpty = run.totals.input_mg === 0 && pending === 0
  if (isEmpty || waits !== null || !LOSES.has(state)) return null
  return (
    <div class="key-row">
      {state === 'RUNNING' && (
        <a class="button" href={`/consume/${encodeURIComponent(run.run_code)}`}>
          {say('consume')}
        </a>
      )}
      <PanelKey to="loss" word={say('loss')} {...{ panel, open }} />
      {state !== 'COMPLETED' && <PanelKey to="finish" word={say('finish')} {...{ panel, open }} />}
    </div>
  )
}

interface PanelKeyProps {
  to: 'pause' | 'loss' | 'finish'
  word: string
  panel: Panel
  open: (panel: Panel) => void
}

/** Opens what it names, and closes it again. */
export function PanelKey({ to, word, panel, open }: PanelKeyProps) {
  const isOpen = panel.kind === to
  return (
    <button type="button" class="button" aria-pressed={isOpen} onClick={() => open({ kind: isOpen ? 'none' : to })}>
      {word}
    </button>
  )
}

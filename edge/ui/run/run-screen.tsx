import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import type { Primary } from '../frame/primary.ts'
import { Screen } from '../frame/screen.tsx'
import { gateOfRun } from '../gate/gate-now.ts'
import { isOnItsWay } from '../outbox/entry.ts'
import { useScan } from '../scan/use-scan.ts'
import { MassCard } from './mass-card.tsx'
import { MassPanel } from './mass-panel.tsx'
import { RunAside } from './run-aside.tsx'
import { madeText, RunMark } from './run-card.tsx'
import { PanelKey, RunKeys } from './run-keys.tsx'
import { entriesOf, type RunNow } from './run-now.ts'
import type { Panel } from './run-panel.ts'
import { RunSignPanel } from './run-sign-panel.tsx'
import { RunTroubles } from './run-troubles.tsx'
import { StepLine, stepAt } from './step-line.tsx'
import { type Deed, stepNow } from './step-now.ts'
import { useMassPrimary } from './use-mass-primary.ts'
import { useMaterial, useRun } from './use-run.ts'
import { useStep } from './use-step.ts'
import { say } from './words.ts'

/** F9: one run at its one step, from the release to the close. */
export function RunScreen() {
  const ref = decodeURIComponent(useRoute().params.ref ?? '')
  const found = useRun(ref)
  if (found !== null && found !== 'loading') return <OneRun key={found.run.run_id} now={found} />
  return (
    <Screen title={say('title', { run: ref })} back="/runs">
      <p class="notice">{found === 'loading' ? say('loading') : say('unknown_run', { ref })}</p>
    </Screen>
  )
}

function OneRun({ now }: { now: RunNow }) {
  const [panel, open] = useState<Panel>({ kind: 'none' })
  const [explanation, setExplanation] = useState<string | null>(null)
  const { run, state, waits } = now
  const material = useMaterial(now)
  const mass = useMassPrimary(now, panel, open)
  const { sentence, primary, deed } = useMain(now, { panel, open, explanation })
  useConsumeByScan(now)
  return (
    <Screen
      title={say('title', { run: run.run_code })}
      back="/runs"
      class="run-screen"
      // Pausing is the safe way, and is always in sight.
      more={state === 'RUNNING' && waits === null && <PanelKey to="pause" word={say('pause')} {...{ panel, open }} />}
      primary={mass.primary ?? primary}
    >
      <StepLine state={state} waits={waits !== null} checking={state === 'PRE_OP' && deed?.kind === 'go'} />
      <div class="left">
        <p class="run-line">
          <b>{run.product}</b>
          <span>{madeText(now)}</span>
          <RunMark now={{ state, refused: [] }} />
        </p>
        <p class="notice" data-waits={waits !== null} role="status">
          {sentence}
        </p>
        <RunTroubles refused={now.refused} flagged={material.flagged} made={material.made} />
        <RunKeys {...{ now, panel, open }} />
        <MassCard
          totals={run.totals}
          balance={run.balance}
          pending={now.pending}
          isJudged={stepAt(state) > stepAt('RUNNING')}
        />
      </div>
      <div class="right">
        {mass.primary !== null ? (
          <MassPanel draft={mass.draft} edit={mass.edit} back={panel.kind === 'back' ? panel.lot : null} />
        ) : (
          <RunAside {...{ now, panel, open, material, explanation }} explain={setExplanation} />
        )}
      </div>
      {(panel.kind === 'explain' || panel.kind === 'review') && (
        <RunSignPanel what={panel.kind} {...{ run, explanation }} close={() => open({ kind: 'none' })} />
      )}
    </Screen>
  )
}

interface Opened {
  panel: Panel
  open: (panel: Panel) => void
  explanation: string | null
}

interface Main {
  sentence: string
  primary: Primary | null
  deed: Deed | null
}

/** The main action of the step of the moment, as the bottom bar shows it. */
function useMain(now: RunNow, { panel, open, explanation }: Opened): Main {
  const floor = useFloor()
  const { route } = useLocation()
  const step = useStep(now.run)
  const { sentence, word, deed, hold, missing } = stepNow(now, {
    gate: gateOfRun(now.run, floor.shelf.plans.value.value ?? []),
    is_gate_waiting: isGateWaiting(now, floor.outbox.entries.value),
    is_finishing: panel.kind === 'finish',
    explanation,
    role: floor.session.person.value?.role ?? 'VIEWER',
    is_away: floor.away.value !== null,
  })
  const act = () => {
    if (deed?.kind === 'go') route(deed.href)
    else if (deed?.kind === 'sign') open({ kind: deed.what })
    else if (deed?.kind === 'put')
      void step(deed.command, {}, doneWord(deed.command)).then(() => open({ kind: 'none' }))
  }
  const primary = word === '' ? null : { word, hold: hold ?? false, missing: missing ?? null, run: act }
  return { sentence, primary, deed }
}

/** A lot that is scanned at a running run goes into it. */
function useConsumeByScan({ run, state }: RunNow): void {
  const floor = useFloor()
  const { route } = useLocation()
  useScan(floor.scan.bus, async scan => {
    const finding = await scan.finding()
    if (finding.kind !== 'lot' || state !== 'RUNNING') return false
    route(`/consume/${encodeURIComponent(run.run_code)}?lot=${encodeURIComponent(finding.lot.lot_code)}`)
    return true
  })
}

function doneWord(command: Extract<Deed, { kind: 'put' }>['command']): string {
  if (command === 'release-run') return say('released')
  if (command === 'start-run') return say('started')
  if (command === 'prepare-run') return say('prepared')
  return command === 'resume-run' ? say('resumed') : say('done')
}

/** A decision of this tablet at the gate of this run that nobody confirmed yet. */
const isGateWaiting = ({ run }: RunNow, entries: Parameters<typeof entriesOf>[0]): boolean =>
  entriesOf(entries, run).some(entry => entry.command === 'decide-gate' && isOnItsWay(entry))

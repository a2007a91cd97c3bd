import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { gateOfRun } from '../gate/gate-now.ts'
import { ReasonGrid } from '../part/reason-grid.tsx'
import { useScan } from '../scan/use-scan.ts'
import { EMPTY_LOSS, type LossDraft, LossPanel, useLossWeight } from './loss-panel.tsx'
import { MassCard } from './mass-card.tsx'
import { explanations, pauses } from './reasons.ts'
import { madeText, RunMark } from './run-card.tsx'
import { entriesOf, type RunNow } from './run-now.ts'
import { RunSignPanel } from './run-sign-panel.tsx'
import { RunTroubles } from './run-troubles.tsx'
import { StepLine, stepAt } from './step-line.tsx'
import { type Deed, stepNow } from './step-now.ts'
import { TakenList } from './taken-list.tsx'
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

/** What was opened beside the main action. */
type Panel = 'none' | 'pause' | 'loss' | 'finish' | 'explain' | 'review'

function OneRun({ now }: { now: RunNow }) {
  const floor = useFloor()
  const { route } = useLocation()
  const step = useStep(now.run)
  const [panel, open] = useState<Panel>('none')
  const [explanation, setExplanation] = useState<string | null>(null)
  const [loss, setLoss] = useState<LossDraft>(EMPTY_LOSS)
  const lost = useLossWeight(loss)
  const { run, state, waits } = now
  const tell = () => {
    if (lost.by === null) return
    const told = say('loss_told', { kg: lost.kg, cause: say(loss.cause) })
    void step('lose-material', { cause: loss.cause, ...lost.by }, told).then(() => {
      setLoss(EMPTY_LOSS)
      open('none')
    })
  }
  const at = stepNow(now, {
    gate: gateOfRun(run, floor.shelf.plans.value.value ?? []),
    is_gate_waiting: isGateWaiting(now, floor.outbox.entries.value),
    is_finishing: panel === 'finish',
    explanation,
    role: floor.session.person.value?.role ?? 'VIEWER',
    is_away: floor.away.value !== null,
  })
  const into = `/consume/${encodeURIComponent(run.run_code)}`
  useScan(floor.scan.bus, async scan => {
    const finding = await scan.finding()
    if (finding.kind !== 'lot' || state !== 'RUNNING') return false
    route(`${into}?lot=${encodeURIComponent(finding.lot.lot_code)}`)
    return true
  })
  const act = (deed: Deed) => {
    if (deed.kind === 'go') route(deed.href)
    else if (deed.kind === 'sign') open(deed.what)
    else void step(deed.command, {}, doneWord(deed.command)).then(() => open('none'))
  }
  const { word, deed, hold = false, missing = null } = at
  const main = word === '' ? null : { word, hold, missing, run: () => deed !== null && act(deed) }
  return (
    <Screen
      title={say('title', { run: run.run_code })}
      back="/runs"
      class="run-screen"
      more={waits === null && <MoreKeys now={now} panel={panel} open={open} />}
      primary={panel === 'loss' ? { word: say('tell_loss'), missing: lost.missing, run: tell } : main}
    >
      <StepLine state={state} waits={waits !== null} />
      <div class="left">
        <p class="run-line">
          <b>{run.product}</b>
          <span>{madeText(now)}</span>
          <RunMark now={{ state, refused: [] }} />
        </p>
        <p class="notice" data-waits={waits !== null} role="status">
          {at.sentence}
        </p>
        <Troubles now={now} />
        <MassCard
          totals={run.totals}
          balance={run.balance}
          pending={now.pending}
          isJudged={stepAt(state) > stepAt('RUNNING')}
        />
      </div>
      <div class="right">
        {panel === 'pause' && (
          <ReasonGrid
            title={say('why_pause')}
            reasons={pauses()}
            chosen={null}
            choose={reason => void step('pause-run', { reason }, say('paused')).then(() => open('none'))}
          />
        )}
        {panel === 'loss' && <LossPanel draft={loss} edit={change => setLoss({ ...loss, ...change })} />}
        {panel !== 'loss' && state === 'COMPLETED' && !run.balance.closes && waits === null && (
          <ReasonGrid
            title={say('why_unexplained')}
            reasons={explanations()}
            chosen={explanation}
            choose={setExplanation}
          />
        )}
        {panel !== 'loss' && panel !== 'pause' && <Inside now={now} />}
      </div>
      {(panel === 'explain' || panel === 'review') && (
        <RunSignPanel what={panel} run={run} explanation={explanation} close={() => open('none')} />
      )}
    </Screen>
  )
}

function doneWord(command: Extract<Deed, { kind: 'put' }>['command']): string {
  if (command === 'release-run') return say('released')
  if (command === 'start-run') return say('started')
  return command === 'resume-run' ? say('resumed') : say('done')
}

/** A decision of this tablet at the gate of this run that nobody confirmed yet. */
const isGateWaiting = ({ run }: RunNow, entries: Parameters<typeof entriesOf>[0]): boolean =>
  entriesOf(entries, run).some(
    ({ command, state }) => command === 'decide-gate' && (state === 'queued' || state === 'sending'),
  )

const LOSES: ReadonlySet<string> = new Set(['RUNNING', 'PAUSED', 'COMPLETED'])

interface MoreKeysProps {
  now: RunNow
  panel: Panel
  open: (panel: Panel) => void
}

/** What else a run allows now. Pausing is the safe way and is always in sight. */
function MoreKeys({ now: { run, state, pending }, panel, open }: MoreKeysProps) {
  const isEmpty = run.totals.input_mg === 0 && pending === 0
  const key = (to: Panel, word: string) => (
    <button type="button" class="button" aria-pressed={panel === to} onClick={() => open(panel === to ? 'none' : to)}>
      {word}
    </button>
  )
  return (
    <>
      {(state === 'RUNNING' || state === 'PAUSED') && !isEmpty && key('finish', say('finish'))}
      {LOSES.has(state) && !isEmpty && key('loss', say('loss'))}
      {state === 'RUNNING' && key('pause', say('pause'))}
      {state === 'RUNNING' && !isEmpty && (
        <a class="button" href={`/consume/${encodeURIComponent(run.run_code)}`}>
          {say('consume')}
        </a>
      )}
    </>
  )
}

function Troubles({ now }: { now: RunNow }) {
  const { flagged } = useMaterial(now)
  return <RunTroubles refused={now.refused} flagged={flagged} />
}

function Inside({ now }: { now: RunNow }) {
  const { taken, flagged } = useMaterial(now)
  return <TakenList taken={taken} flagged={flagged} putBack={null} />
}

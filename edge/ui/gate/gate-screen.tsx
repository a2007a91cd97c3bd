import type { Lot } from '@flowviz/contract/lot'
import type { QcGate } from '@flowviz/contract/plant/qc-plan'
import { decimalText } from '@flowviz/contract/screen/format'
import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { knownLotOf } from '../lot/known-lots.ts'
import { useScan } from '../scan/use-scan.ts'
import { draftSignal } from '../session/draft.ts'
import type { GateSubject } from './decide.ts'
import { Decisions } from './decisions.tsx'
import { GateCard, type Panel, padOf } from './gate-card.tsx'
import { emptyDraft, firstMeasured, type GateDraft } from './gate-draft.ts'
import { gateNow, gateOfRun } from './gate-now.ts'
import { useMovedOn } from './moved-on.ts'
import { say } from './words.ts'

/** F6: the gate that a lot stands at. Its checks, then Release, Hold or Reject. */
export function GateScreen() {
  const floor = useFloor()
  const ref = decodeURIComponent(useRoute().params.ref ?? '')
  const found = knownLotOf(floor, ref)
  useMovedOn(ref, found === undefined || found.pending === true ? undefined : found.gate_next)
  if (found === undefined) return <Nothing why={say('unknown_lot', { ref })} />
  if (found.pending === true) return <Nothing why={say('pending_lot')} />
  const plans = floor.shelf.plans.value.value
  const gate = gateNow(found, plans ?? [])
  if (gate === 'passed') return <Nothing why={say('no_gate')} />
  if (gate === 'unknown') return <Nothing why={say('no_plan')} />
  return (
    <AtGate
      key={`${found.lot_id} ${gate.gate_id}`}
      on={{ kind: 'lot', code: found.lot_code }}
      gate={gate}
      back="/gates"
    >
      <LotLine lot={found} ccp={gate.ccp} />
    </AtGate>
  )
}

/** The gate that a run stands at: before its start, and for what is checked once for all that it gives. */
export function RunGateScreen() {
  const { shelf } = useFloor()
  const ref = decodeURIComponent(useRoute().params.ref ?? '')
  const run = shelf.runs.value.value?.find(({ run_id, run_code }) => run_id === ref || run_code === ref)
  const back = `/run/${encodeURIComponent(ref)}`
  if (run === undefined) return <Nothing why={say('unknown_run', { ref })} back="/runs" />
  const gate = gateOfRun(run, shelf.plans.value.value ?? [])
  if (gate === 'passed') return <Nothing why={say('no_gate_run')} back={back} />
  if (gate === 'unknown') return <Nothing why={say('no_plan')} back={back} />
  return (
    <AtGate key={`${run.run_id} ${gate.gate_id}`} on={{ kind: 'run', code: run.run_code }} gate={gate} back={back}>
      <p class="lot-line">
        <b>{run.run_code}</b>
        <span>{run.product}</span>
        {gate.ccp && <b class="ccp">{say('ccp')}</b>}
      </p>
    </AtGate>
  )
}

const Nothing = ({ why, back = '/gates' }: { why: string; back?: string }) => (
  <Screen title={say('gates')} back={back}>
    <p class="notice">{why}</p>
  </Screen>
)

interface AtGateProps {
  on: GateSubject
  gate: QcGate
  back: string
  /** What is decided on, in a line. */
  children: ComponentChildren
}

function AtGate({ on, gate, back, children }: AtGateProps) {
  const floor = useFloor()
  const of = `${on.code} ${gate.gate_id}`
  const kept = useMemo(() => draftSignal<GateDraft>(floor.storage, 'gate', emptyDraft(of)), [floor, of])
  const draft = kept.value.of === of ? kept.value : emptyDraft(of)
  // The right half is empty before the first touch: a number that is still to be keyed in costs none to open.
  const [panel, open] = useState<Panel>(() => padOf(firstMeasured(gate, draft)))
  // A scan here is another lot, or a mistake: it never decides anything on this one.
  useScan(floor.scan.bus, () => false)
  const edit = (change: Partial<GateDraft>) => {
    kept.value = { ...draft, ...change }
  }
  return (
    <Decisions on={{ of: on, gate, draft }} {...{ open, back }} clear={() => edit(emptyDraft(of))}>
      {({ hold, more, primary }) => (
        <Screen
          title={say('title', { n: gate.gate_no, title: gate.title })}
          back={back}
          class="gate-screen"
          more={more}
          primary={primary}
        >
          {children}
          <GateCard
            gate={gate}
            draft={draft}
            panel={panel}
            enter={(parameter, value) => edit({ values: { ...draft.values, [parameter]: value } })}
            open={open}
            because={reason => {
              edit({ reason })
              if (panel.kind === 'reason') hold(panel.decision, reason)
            }}
          />
        </Screen>
      )}
    </Decisions>
  )
}

function LotLine({ lot, ccp }: { lot: Lot; ccp: boolean }) {
  return (
    <p class="lot-line">
      <b>{lot.lot_code}</b>
      <span>{[lot.product, `${decimalText(lot.weight_kg)} kg`].filter(Boolean).join(' · ')}</span>
      {lot.supplier !== null && <span>{say('from', { supplier: lot.supplier })}</span>}
      {ccp && <b class="ccp">{say('ccp')}</b>}
    </p>
  )
}

import type { Lot } from '@flowviz/contract/lot'
import type { QcGate } from '@flowviz/contract/plant/qc-plan'
import { decimalText } from '@flowviz/contract/screen/format'
import { useMemo, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { knownLotsOf } from '../lot/known-lots.ts'
import { useScan } from '../scan/use-scan.ts'
import { draftSignal } from '../session/draft.ts'
import { Decisions } from './decisions.tsx'
import { GateCard, type Panel } from './gate-card.tsx'
import { emptyDraft, type GateDraft } from './gate-draft.ts'
import { gateNow } from './gate-now.ts'
import { say } from './words.ts'

/** F6: the gate that a lot stands at. Its checks, then Release, Hold or Reject. */
export function GateScreen() {
  const floor = useFloor()
  const ref = decodeURIComponent(useRoute().params.ref ?? '')
  const found = knownLotsOf(floor).value?.find(lot => lot.lot_code === ref || ('lot_id' in lot && lot.lot_id === ref))
  if (found === undefined) return <Nothing why={say('unknown_lot', { ref })} />
  if (found.pending === true) return <Nothing why={say('pending_lot')} />
  const plans = floor.shelf.plans.value.value
  const gate = gateNow(found, plans ?? [])
  if (gate === 'passed') return <Nothing why={say('no_gate')} />
  if (gate === 'unknown') return <Nothing why={say('no_plan')} />
  return <AtGate key={`${found.lot_id} ${gate.gate_id}`} lot={found} gate={gate} />
}

const Nothing = ({ why }: { why: string }) => (
  <Screen title={say('gates')} back="/gates">
    <p class="notice">{why}</p>
  </Screen>
)

function AtGate({ lot, gate }: { lot: Lot; gate: QcGate }) {
  const floor = useFloor()
  const of = `${lot.lot_id} ${gate.gate_id}`
  const kept = useMemo(() => draftSignal<GateDraft>(floor.storage, 'gate', emptyDraft(of)), [floor, of])
  const draft = kept.value.of === of ? kept.value : emptyDraft(of)
  const [panel, open] = useState<Panel>({ kind: 'none' })
  // A scan here is another lot, or a mistake: it never decides anything on this one.
  useScan(floor.scan.bus, () => false)
  const edit = (change: Partial<GateDraft>) => {
    kept.value = { ...draft, ...change }
  }
  return (
    <Decisions on={{ lot_code: lot.lot_code, gate, draft }} open={open} clear={() => edit(emptyDraft(of))}>
      {({ hold, more, primary }) => (
        <Screen
          title={say('title', { n: gate.gate_no, title: gate.title })}
          back="/gates"
          class="gate-screen"
          more={more}
          primary={primary}
        >
          <LotLine lot={lot} ccp={gate.ccp} />
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

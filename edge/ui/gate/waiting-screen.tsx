import type { Lot } from '@flowviz/contract/lot'
import type { QcGate } from '@flowviz/contract/plant/qc-plan'
import type { Run } from '@flowviz/contract/run'
import { ageText, decimalText } from '@flowviz/contract/screen/format'
import { useMemo } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { knownLotsOf } from '../lot/known-lots.ts'
import type { KnownLot } from '../lot/pending-lots.ts'
import { isOpen, type ShownEntry } from '../outbox/entry.ts'
import { AsOf } from '../part/as-of.tsx'
import { useGrowing } from '../part/growing.tsx'
import { useScan } from '../scan/use-scan.ts'
import { gateWaitedAt, type Plans, runWaitsAt } from './gate-now.ts'
import { say } from './words.ts'

const ROWS_MAX = 60

/**
 * What waits for a check, the oldest first; all of it, or that of one gate. Lots wait until they may be used, and lines
 * for the check before a run starts. A scan opens its gate at once.
 */
export function WaitingScreen() {
  const floor = useFloor()
  const { gate_id } = useRoute().params
  const { route } = useLocation()
  useScan(floor.scan.bus, async scan => {
    const finding = await scan.finding()
    if (finding.kind !== 'lot') return false
    floor.sound.play('ok')
    route(`/gate/${encodeURIComponent(finding.lot.lot_code)}`)
    return true
  })
  const plans = floor.shelf.plans.value.value ?? NO_PLANS
  const lots = knownLotsOf(floor).value
  // The clock of the rows goes on every second; who waits does not change by that.
  const all = useMemo(() => waitingLots(lots ?? [], plans), [lots, plans])
  const runs = (floor.shelf.runs.value.value ?? []).flatMap(run => {
    const gate = runWaitsAt(run, plans)
    return gate === null ? [] : [{ run, gate }]
  })
  const lines = gate_id === undefined ? runs : runs.filter(({ gate }) => gate.gate_id === gate_id)
  const waiting = gate_id === undefined ? all : all.filter(({ gate }) => gate.gate_id === gate_id)
  const { shown, end } = useGrowing(waiting.slice(0, ROWS_MAX), gate_id ?? '')
  const decided = undecidedBy(floor.outbox.entries.value)
  const now = floor.clock.now.value
  return (
    <Screen title={say('gates')} class="at-gates">
      <GateKeys gates={[...all, ...runs].map(({ gate }) => gate)} chosen={gate_id} />
      <p class="key-row quiet">
        {waiting.length + lines.length === 0 && say('none_waits')}
        {waiting.length > 0 && <span>{say('waits', { n: waiting.length })}</span>}
        {lines.length > 0 && <span>{say('runs_wait', { n: lines.length })}</span>}
        {waiting.length > ROWS_MAX && <span>{say('oldest_shown', { n: ROWS_MAX })}</span>}
        <AsOf book={floor.shelf.lots} word={time => say('as_of', { time })} />
      </p>
      <ul class="rows">
        {lines.map(({ run, gate }) => (
          <RunRow
            key={run.run_id}
            run={run}
            gate={gate}
            is_sent={decided.has(run.run_id) || decided.has(run.run_code)}
          />
        ))}
        {shown.map(({ lot, gate }) => (
          <li key={lot.lot_id}>
            <a class="row" href={`/gate/${encodeURIComponent(lot.lot_code)}`}>
              <span class="what">
                <b>{lot.lot_code}</b>
                <span>{[lot.product, `${decimalText(lot.weight_kg)} kg`].filter(Boolean).join(' · ')}</span>
              </span>
              <span class="when">
                <span>{say('title', { n: gate.gate_no, title: gate.title })}</span>
                <span>{say('since', { age: ageText(now - Date.parse(lot.registered_at)) })}</span>
              </span>
              {decided.has(lot.lot_code) && (
                <span class="mark" data-tone="pending">
                  {say('on_its_way')}
                </span>
              )}
              {lot.open_holds > 0 && (
                <span class="mark" data-tone="hold">
                  {say('is_held')}
                </span>
              )}
            </a>
          </li>
        ))}
        {end}
      </ul>
    </Screen>
  )
}

interface Waiting {
  lot: Lot
  gate: QcGate
}

const NO_PLANS: Plans = []

/** Lots in the house that wait for a gate, the oldest first. */
function waitingLots(lots: readonly KnownLot[], plans: Plans): Waiting[] {
  const found = lots.flatMap(lot => {
    if (lot.pending === true || lot.on_hand_mg <= 0) return []
    const gate = gateWaitedAt(lot, plans)
    return gate === null ? [] : [{ lot, gate }]
  })
  return found.reverse()
}

/** A line that is made ready for a run. */
function RunRow({ run, gate, is_sent }: { run: Run; gate: QcGate; is_sent: boolean }) {
  return (
    <li>
      <a class="row" href={`/gate/run/${encodeURIComponent(run.run_code)}`}>
        <span class="what">
          <b>{run.run_code}</b>
          <span>{[run.line, run.product].filter(Boolean).join(' · ')}</span>
        </span>
        <span class="when">
          <span>{say('title', { n: gate.gate_no, title: gate.title })}</span>
        </span>
        {is_sent && (
          <span class="mark" data-tone="pending">
            {say('on_its_way')}
          </span>
        )}
      </a>
    </li>
  )
}

/** One key for each gate at which something waits: who checks what comes in has no use for what waits for a line. */
function GateKeys({ gates, chosen }: { gates: readonly QcGate[]; chosen: string | undefined }) {
  const byId = new Map(gates.map(gate => [gate.gate_id, gate]))
  const ordered = [...byId.values()].sort((a, b) => a.gate_no - b.gate_no)
  const counts = Map.groupBy(gates, gate => gate.gate_id)
  return (
    <nav class="key-row" aria-label={say('by_gate')}>
      <a class="button" href="/gates" aria-current={chosen === undefined ? 'page' : undefined}>
        <span>{say('all_gates')}</span>
        <b>{gates.length}</b>
      </a>
      {ordered.map(({ gate_id, gate_no }) => (
        <a
          key={gate_id}
          class="button"
          href={`/gates/${gate_id}`}
          aria-current={gate_id === chosen ? 'page' : undefined}
        >
          <span>{say('one_gate', { gate: gate_no })}</span>
          <b>{counts.get(gate_id)?.length}</b>
        </a>
      ))}
    </nav>
  )
}

/** Lots and runs that were decided here, and the appliance has not said so yet. */
function undecidedBy(entries: readonly ShownEntry[] | null): ReadonlySet<string> {
  const open = (entries ?? []).filter(isOpen)
  const decisions = open.filter(({ command }) => command === 'decide-gate')
  return new Set(decisions.map(({ body }) => String(body.lot_id ?? body.run_id)))
}

import { ageText, decimalText } from '@flowviz/contract/screen/format'
import { useLocation, useRoute } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { knownLotsOf } from '../lot/known-lots.ts'
import type { ShownEntry } from '../outbox/entry.ts'
import { useScan } from '../scan/use-scan.ts'
import { gateNow } from './gate-now.ts'
import { say } from './words.ts'

const ROWS_MAX = 60

/** Lots that wait for a check, the oldest first; all of them, or those of one gate. A scan opens its gate at once. */
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
  const plans = floor.shelf.plans.value.value ?? []
  const waiting = (knownLotsOf(floor).value ?? []).flatMap(lot => {
    const gate = lot.pending === true || lot.on_hand_mg <= 0 ? 'unknown' : gateNow(lot, plans)
    return typeof gate === 'string' || lot.pending === true || (gate_id !== undefined && gate.gate_id !== gate_id)
      ? []
      : [{ lot, gate }]
  })
  const rows = waiting.reverse().slice(0, ROWS_MAX)
  const decided = undecidedBy(floor.outbox.entries.value)
  const now = floor.clock.now.value
  return (
    <Screen title={say('gates')} class="at-gates">
      <p class="quiet">{waiting.length === 0 ? say('none_waits') : say('waits', { n: waiting.length })}</p>
      <ul class="rows">
        {rows.map(({ lot, gate }) => (
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
                  {say('hold')}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </Screen>
  )
}

/** Lots that were decided here, and the appliance has not said so yet. */
function undecidedBy(entries: readonly ShownEntry[] | null): ReadonlySet<string> {
  const open = (entries ?? []).filter(({ state }) => state === 'queued' || state === 'sending' || state === 'parked')
  return new Set(open.filter(({ command }) => command === 'decide-gate').map(({ body }) => String(body.lot_id)))
}

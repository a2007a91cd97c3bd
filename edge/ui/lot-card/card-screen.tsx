import type { Lot } from '@flowviz/contract/lot'
import { timeText } from '@flowviz/contract/screen/format'
import { getLot } from '@flowviz/edge-client/generated/api'
import { useLocation, useRoute } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { gateNow } from '../gate/gate-now.ts'
import { holdsOn, type PendingHold, pendingHolds, waitingHoldOn } from '../hold/hold-list.ts'
import { namesOf } from '../hold/name-of.ts'
import { knownLotOf } from '../lot/known-lots.ts'
import type { KnownLot } from '../lot/pending-lots.ts'
import { useScan } from '../scan/use-scan.ts'
import { verdictOf } from '../scan/verdict.ts'
import { say as sayScan } from '../scan/words.ts'
import { useAnswer } from '../shelf/use-answer.ts'
import { lotTypeWord } from '../word/lot-type.ts'
import { saidText } from '../word/said.ts'
import { AsidePanel } from './aside-panel.tsx'
import { actionsOf } from './lot-actions.ts'
import { LotActions } from './lot-actions-row.tsx'
import { LotFacts, type LotNames, PendingFacts } from './lot-facts.tsx'
import { say } from './words.ts'

/** F7: one lot by its code or id, from this tablet's memory at once, from the appliance when that does not have it. */
export function CardScreen() {
  const floor = useFloor()
  const { route } = useLocation()
  const ref = decodeURIComponent(useRoute().params.ref ?? '')
  const known = knownLotOf(floor, ref)
  const asked = useAnswer(known === undefined ? ref : '', () => getLot(ref))
  useScan(floor.scan.bus, async scan => {
    const finding = await scan.finding()
    if (finding.kind !== 'lot') return false
    floor.sound.play('ok')
    route(`/lot/${encodeURIComponent(finding.lot.lot_id)}`)
    return true
  })
  const lot = known ?? asked.value
  if (lot !== undefined && lot !== null) return <Card lot={lot} />
  const missing = asked.trouble?.code === 'lot_not_found' ? say('not_found', { ref }) : say('missing', { ref })
  return (
    <Screen title={ref} back="/lots">
      <p class="notice">{asked.asking ? say('looking', { ref }) : missing}</p>
    </Screen>
  )
}

function Card({ lot }: { lot: KnownLot }) {
  const floor = useFloor()
  const { route } = useLocation()
  const gate = lot.pending === true ? 'unknown' : gateNow(lot, floor.shelf.plans.value.value ?? [])
  const now = floor.clock.now.value
  const person = floor.session.person.value
  const held = waitingHoldOn(pendingHolds(floor.outbox.entries.value ?? []), lot)
  const actions =
    person === null
      ? []
      : actionsOf(lot, { role: person.role, person_id: person.id, now, gate, held_here: held !== null })
  const names = useNames()
  const code = lot.lot_code ?? ''
  return (
    <Screen
      title={code}
      back="/lots"
      class="lot-card"
      primary={
        actions.includes('check') ? { word: say('check'), run: () => route(`/gate/${encodeURIComponent(code)}`) } : null
      }
    >
      <StatusLine lot={lot} held={held} />
      <LotActions lot={lot} actions={actions} />
      {lot.pending === true ? (
        <PendingFacts lot={lot} now={now} names={names} />
      ) : (
        <div class="two-halves">
          <section>
            <LotFacts lot={lot} gate={gate} now={now} names={names} />
          </section>
          <AsidePanel key={lot.lot_id} lot={lot} />
        </div>
      )}
    </Screen>
  )
}

/** What the lot is and whether it may be used; how old that is while the appliance is away. */
function StatusLine({ lot, held }: { lot: KnownLot; held: PendingHold | null }) {
  const { away, shelf } = useFloor()
  const as_of = shelf.lots.kept.value?.as_of
  return (
    <p class="lot-line">
      {held === null ? (
        <StatusMark lot={lot} />
      ) : (
        <b class="mark" data-tone="hold">
          {say('held_here', { reason: held.reason })}
        </b>
      )}
      <span>{[lot.lot_type === null ? null : lotTypeWord(lot.lot_type), lot.product].filter(Boolean).join(' · ')}</span>
      {lot.pending === undefined && lot.code_conflict && (
        <b class="mark" data-tone="alarm">
          {say('code_conflict')}
        </b>
      )}
      {away.value !== null && as_of !== undefined && (
        <span class="mark" data-tone="stale">
          {say('as_of', { time: timeText(as_of) })}
        </span>
      )}
    </p>
  )
}

function StatusMark({ lot }: { lot: KnownLot }) {
  const holds = useFloor().shelf.holds.value.value ?? []
  if (lot.pending === true)
    return (
      <b class="mark" data-tone={lot.rejected ? 'alarm' : 'pending'}>
        {say(lot.rejected ? 'rejected' : 'pending')}
      </b>
    )
  const { mark, word } = verdictOf(lot)
  const [hold] = holdsOn(holds, lot.lot_id)
  const shown = (
    <b class="mark" data-tone={mark}>
      {hold !== undefined && isHeld(lot) ? say('held_by', { reason: saidText(hold.reason, hold.said) }) : sayScan(word)}
    </b>
  )
  return hold === undefined ? (
    shown
  ) : (
    <a class="status-link" href={`/holds/${hold.hold_id}`}>
      {shown}
    </a>
  )
}

const isHeld = ({ status }: Pick<Lot, 'status'>): boolean => status === 'HOLD'

function useNames(): LotNames {
  const floor = useFloor()
  const { locations, parties } = floor.shelf
  return {
    person: namesOf(floor),
    place: id => locations.value.value?.find(one => one.location_id === id)?.title ?? id,
    scale: floor.devices.nameOf,
    party: id => parties.value.value?.find(one => one.party_id === id)?.title ?? null,
  }
}

import { sumText, timeText } from '@flowviz/contract/screen/format'
import { useMemo, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import type { Primary } from '../frame/primary.ts'
import { Screen } from '../frame/screen.tsx'
import { notUsableWord } from '../lot/not-usable-word.ts'
import { lotOf } from '../run/use-run.ts'
import { useScan } from '../scan/use-scan.ts'
import { draftSignal } from '../session/draft.ts'
import {
  DEPARTURE_FIELDS,
  type DepartureDraft,
  type DepartureField,
  departureOf,
  EMPTY_DEPARTURE,
  missingOf,
} from './departure.ts'
import { DepartureChips, DeparturePad } from './departure-panel.tsx'
import { LineList, type ShownLine } from './line-list.tsx'
import type { ShipmentNow } from './shipment-now.ts'
import { ShipmentSteps } from './shipment-steps.tsx'
import { ShipmentTroubles } from './shipment-troubles.tsx'
import { goodsOf, mayLeave, usePick, useShipments, useTakeOut } from './use-shipment.ts'
import { say } from './words.ts'

/** One shipment: pick it by scans, write down seal, temperature and paper, and let it leave. */
export function ShipmentScreen() {
  const ref = decodeURIComponent(useRoute().params.ref ?? '')
  const shipments = useShipments()
  const found = shipments?.find(({ shipment }) => shipment.shipment_id === ref || shipment.shipment_code === ref)
  if (found !== undefined) return <OneShipment key={found.shipment.shipment_id} now={found} />
  return (
    <Screen title={say('shipment', { code: ref })} back="/dispatch">
      <p class="notice">{shipments === null ? say('loading') : say('unknown', { ref })}</p>
    </Screen>
  )
}

function OneShipment({ now }: { now: ShipmentNow }) {
  const floor = useFloor()
  const { shipment, state, is_leaving } = now
  const { shipment_id, shipment_code } = shipment
  const kept = useMemo(
    () => draftSignal<DepartureDraft>(floor.storage, `shipment.${shipment_id}`, EMPTY_DEPARTURE),
    [floor, shipment_id],
  )
  const draft = kept.value
  const edit = (change: Partial<DepartureDraft>) => {
    kept.value = { ...draft, ...change }
  }
  const [field, open] = useState<DepartureField | null>(null)
  const pick = usePick(now)
  const takeOut = useTakeOut(now)
  const isReady = state === 'STAGED' && !is_leaving
  useScan(floor.scan.bus, async scan => {
    if (isReady && (field === 'seal' || field === 'bol')) {
      edit({ [field]: scan.raw.trim().slice(0, 50) })
      floor.scan.bus.say({ tone: 'ok', title: say('entered', { what: say(field) }) })
      return true
    }
    const goods = goodsOf(floor, await scan.finding())
    if (goods === null) return false
    await pick(goods)
    return true
  })
  const lines = useLines(now)
  const put = async (command: 'stage-shipment' | 'ship-shipment', body: object, title: string) => {
    try {
      const intent = { command, params: { shipment_id }, body, lane: `shipment:${shipment_code}`, about: shipment_code }
      await floor.outbox.put(intent as never)
      floor.scan.bus.say({ tone: 'ok', title })
      open(null)
    } catch {
      floor.scan.bus.say({ tone: 'forbidden', title: say('not_kept') })
    }
  }
  const hasPaper = shipment.documents.some(({ type }) => type !== 'other')
  const missing = missingOf(draft, hasPaper)
  const isBad = lines.some(({ bad, out }) => bad !== null && !out)
  const isOpen = (state === 'PICKING' || state === 'STAGED') && !is_leaving
  return (
    <Screen
      title={say('shipment', { code: shipment_code })}
      back="/dispatch"
      class="run-screen"
      primary={primaryOf(now, {
        missing: isBad ? say('missing_bad') : missing === null ? null : say(`missing_${missing}`),
        stage: () => void put('stage-shipment', {}, say('staged')),
        ship: () => void put('ship-shipment', departureOf(draft), say('sent')),
      })}
    >
      <ShipmentSteps state={state} isComplete={missing === null} waits={is_leaving} />
      <div class="left">
        <Order now={now} />
        <ShipmentTroubles refused={now.refused} />
        <p class="notice" data-waits={is_leaving} role="status">
          {sentenceOf(now)}
        </p>
        {isReady && (
          <DepartureChips
            fields={DEPARTURE_FIELDS.filter(one => one !== 'bol' || !hasPaper)}
            draft={draft}
            open={field}
            choose={one => open(one === field ? null : one)}
          />
        )}
        <Age />
      </div>
      <div class="right">
        {isReady && field !== null ? (
          <DeparturePad field={field} draft={draft} edit={edit} />
        ) : (
          <LineList
            lines={lines}
            picks={now.picks}
            takeOut={isOpen ? ({ line }) => void takeOut({ line_id: line.line_id }, line.lot_code) : null}
          />
        )}
      </div>
    </Screen>
  )
}

/** The lines with what this tablet knows against them now: a lot may be held after it was picked. */
function useLines({ shipment, state, out }: ShipmentNow): ShownLine[] {
  const floor = useFloor()
  const units = floor.shelf.units.value.value ?? []
  const isHere = state === 'PICKING' || state === 'STAGED'
  return shipment.lines
    .filter(line => line.state === 'PICKED')
    .map(line => {
      const lot = isHere ? lotOf(floor, line.lot_id) : undefined
      const why = lot === undefined ? null : mayLeave(floor, lot)
      const sscc = units.find(({ hu_id }) => hu_id === line.hu_id)?.sscc ?? null
      return { line, sscc, bad: why === null ? null : notUsableWord(why), out: out.has(line.line_id) }
    })
}

interface Doing {
  missing: string | null
  stage: () => void
  ship: () => void
}

function primaryOf({ shipment, state, picks, out, is_leaving, refused }: ShipmentNow, doing: Doing): Primary | null {
  const first = refused.length > 0 ? say('decide_first') : null
  if (state === 'PLANNED' || state === 'PICKING') {
    const isEmpty = shipment.lines.length - out.size + picks.length === 0
    return { word: say('all_here'), missing: first ?? (isEmpty ? say('missing_lines') : null), run: doing.stage }
  }
  if (state !== 'STAGED') return null
  return { word: say('ship'), hold: true, missing: first ?? (is_leaving ? '' : doing.missing), run: doing.ship }
}

function sentenceOf({ state, is_leaving }: ShipmentNow): string {
  if (is_leaving) return say('leaving')
  if (state === 'PLANNED' || state === 'PICKING') return say('scan_goods')
  return state === 'STAGED' ? say('ready') : say('over')
}

function Order({ now: { shipment, state } }: { now: ShipmentNow }) {
  const { shelf } = useFloor()
  const titleOf = (id: string) => shelf.parties.value.value?.find(({ party_id }) => party_id === id)?.title ?? id
  const { customer_id, carrier_id, ship_to, documents, lines, picked_kg } = shipment
  return (
    <section class="order panel">
      <h2>{titleOf(customer_id)}</h2>
      <p>{ship_to}</p>
      {carrier_id !== null && <p>{say('carrier', { carrier: titleOf(carrier_id) })}</p>}
      {documents.length > 0 && <p>{say('papers', { papers: documents.map(({ number }) => number).join(', ') })}</p>}
      <p>
        <b>{say('picked', { n: lines.length, kg: sumText(picked_kg) })}</b> · {say(state)}
      </p>
    </section>
  )
}

function Age() {
  const { away, shelf } = useFloor()
  const as_of = shelf.shipments.kept.value?.as_of
  if (away.value === null || as_of === undefined) return null
  return <p class="quiet">{say('as_of', { time: timeText(as_of) })}</p>
}

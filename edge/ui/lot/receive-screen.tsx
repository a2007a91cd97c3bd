import { decimalText, unitText } from '@flowviz/contract/screen/format'
import { useComputed } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Floor } from '../floor-state.ts'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { Notice } from '../part/notice.tsx'
import { useScan } from '../scan/use-scan.ts'
import { weightOf } from '../weight/weight-of.ts'
import { ChipRow } from './chip-row.tsx'
import { LastRegistered } from './last-registered.tsx'
import { shownChips } from './receive-chips.ts'
import { receiveOf } from './receive-of.ts'
import { ReceivePanel } from './receive-panel.tsx'
import type { ReceiveState } from './receive-state.ts'
import { answeredLot } from './registered-step.ts'
import { say } from './words.ts'

/** F3: five chips that fill as one scans, and one key that registers. */
export function ReceiveScreen() {
  const floor = useFloor()
  const receive = receiveOf(floor)
  useAsked(receive)
  useScan(floor.scan.bus, async scan => {
    const finding = await scan.finding()
    const filled = receive.take(scan.raw, finding)
    if (filled === null) return false
    if (filled.unknown_product)
      floor.scan.bus.say({ tone: 'unknown', title: say('unknown_product'), text: say('unknown_product_next') })
    else floor.scan.bus.say({ tone: 'ok', title: say('filled') })
    return true
  })
  const register = async () => {
    // A receipt with its papers is more than its lot: the appliance takes back only a lot that was registered by itself.
    const isReceipt = receive.draft.value.document !== null
    const kept = await receive.register()
    if (kept === null) return
    floor.sound.play('ok')
    if (isReceipt) return
    const lot_code = kept.lot_code ?? answeredLot((await floor.outbox.settled(kept.key)).answer)?.lot_code
    if (lot_code === undefined || receive.last.value?.key !== kept.key) return
    floor.undo.offer({ done: say('undo_done', { lot: lot_code }), undo: () => void undoOf(floor, receive, lot_code) })
  }
  // It stands beside the main action, under a glove: what it took away comes back at one touch.
  const clear = () => {
    const before = receive.draft.peek()
    receive.clear()
    floor.undo.offer({ done: say('cleared'), undo: () => receive.edit(before) })
  }
  const live = useLiveWeight(floor)
  const { open } = receive
  return (
    <Screen
      title={say('receive')}
      class="receive"
      primary={{
        word: receive.busy.value ? say('registering') : say('register'),
        missing: missingWord(receive),
        busy: receive.busy.value,
        run: () => void register(),
      }}
      more={
        <button type="button" class="button" data-kind="quiet" onClick={clear}>
          {say('clear')}
        </button>
      }
    >
      <div class="left">
        <ChipRow
          chips={shownChips(receive.chips.value, receive.draft.value, { ...receive.named.value, live })}
          open={open.value}
          choose={chip => {
            open.value = chip
          }}
        >
          <PlateKey receive={receive} />
        </ChipRow>
        <Refusal receive={receive} />
        <LastRegistered of={receive} />
      </div>
      <div class="right">
        <ReceivePanel receive={receive} />
      </div>
    </Screen>
  )
}

/** The text of the weight alone: its age goes on five times a second, and nothing but the weight card shows that. */
function useLiveWeight(floor: Floor): string | null {
  const { view } = weightOf(floor)
  return useComputed(() => {
    const now = view.value
    return now.kind === 'live' ? `${decimalText(now.value)} ${unitText(now.unit)}` : null
  }).value
}

/** What a label that was scanned elsewhere says of what comes: `/receive?item=rice&supplier_lot=A1`. */
function useAsked(receive: ReceiveState): void {
  const { query } = useLocation()
  useEffect(() => {
    const { item, supplier_lot, best_before, expires_on, produced_on } = query
    const said = { item_id: item, supplier_lot, best_before, expires_on, produced_on }
    const change = Object.fromEntries(Object.entries(said).filter(([, text]) => text !== undefined))
    if (Object.keys(change).length > 0) receive.edit(change)
  }, [receive, query])
}

async function undoOf(floor: ReturnType<typeof useFloor>, receive: ReceiveState, lot_code: string) {
  await floor.outbox.put({
    command: 'undo-lot',
    params: { lot_id: lot_code },
    body: {},
    lane: `lot:${lot_code}`,
    about: say('undone', { lot: lot_code }),
  })
  receive.forget()
}

function missingWord({ missing }: ReceiveState): string | null {
  const lacks = missing.value
  if (lacks === null) return null
  if (typeof lacks === 'string') return say(`missing_${lacks}`)
  if ('same_load' in lacks) return say('missing_same', { lot: lacks.same_load })
  return 'weight' in lacks ? lacks.weight : say('missing_waits', { lot: lacks.waits_for })
}

/** A container that bears a plate already takes its code from there. */
function PlateKey({ receive }: { receive: ReceiveState }) {
  const { plate } = receive.draft.value
  const isWaiting = receive.open.value === 'plate'
  const press = () => {
    if (plate !== null) receive.edit({ plate: null })
    else receive.open.value = isWaiting ? 'weight' : 'plate'
  }
  return (
    <button type="button" class="button receive-chip plate" aria-pressed={isWaiting} onClick={press}>
      <span class="name">{plate === null ? say('plate') : say('plate_off')}</span>
      <b>{isWaiting ? say('plate_wait') : (plate ?? say('plate_none'))}</b>
    </button>
  )
}

function Refusal({ receive }: { receive: ReceiveState }) {
  const refusal = receive.refusal.value
  if (refusal === null) return null
  return <Notice title={refusal.title} hint={refusal.hint} />
}

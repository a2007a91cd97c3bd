import { addAttachment } from '@flowviz/edge-client/generated/api'
import type { ReadonlySignal } from '@preact/signals'
import { useState } from 'preact/hooks'
import type { Floor } from '../floor-state.ts'
import { useFloor } from '../frame/floor-context.ts'
import { labelOfLot, printerChoiceOf } from '../label/printer-choice.ts'
import type { ShownEntry } from '../outbox/entry.ts'
import { notedWeightsOf } from '../weight/noted-of.ts'
import { troubleWords } from '../word/trouble-word.ts'
import type { Registered } from './receive-state.ts'
import { RegisteredCard, type RegisteredView } from './registered-card.tsx'
import { answeredLot, stepOf } from './registered-step.ts'
import { say } from './words.ts'

/** A screen that registers lots, one after the other. */
export interface Registers {
  last: ReadonlySignal<Registered | null>
  forget: () => void
}

/** What became of the last lot that was registered on a screen; absent when there is none. */
export function LastRegistered({ of }: { of: Registers }) {
  const last = of.last.value
  if (last === null) return null
  return <Card key={last.key} last={last} forget={of.forget} />
}

function Card({ last, forget }: { last: Registered; forget: () => void }) {
  const floor = useFloor()
  const [printed, setPrinted] = useState(0)
  const [photo, setPhoto] = useState<'none' | 'sending' | 'done'>('none')
  const { view, lot, entry_key } = useRegistered(floor, last)
  const { printer } = printerChoiceOf(floor)
  const noted = notedWeightsOf(floor)

  const print = async (copies: number) => {
    const [lot_code, on] = [view.lot_code, printer.value]
    if (lot_code === null || on === null) return
    const body = { label: labelOfLot(last.lot_type), lot_id: lot_code, printer_id: on.printer_id, copies }
    await floor.outbox.put({
      command: 'print-label',
      body,
      lane: floor.outbox.entry(entry_key)?.lane ?? `lot:${lot_code}`,
      about: lot_code,
    })
    setPrinted(printed + copies)
  }
  const again = async () => {
    await floor.outbox.discard(entry_key, say('weigh_again'))
    forget()
  }
  const addPhoto = async (file: File) => {
    if (lot === null) return
    setPhoto('sending')
    const params = { subject: `lot:${lot.lot_id}`, name: `${lot.lot_code}.jpg` }
    const answer = await floor.access.ask(() => addAttachment(file, params))
    setPhoto(answer.ok ? 'done' : 'none')
    if (answer.ok) return
    const { title, hint } = troubleWords(answer.trouble)
    floor.scan.bus.say({ tone: 'forbidden', title, text: hint })
  }
  return (
    <RegisteredCard
      view={view}
      printer={printer.value?.title ?? printer.value?.printer_id ?? null}
      printed={printed}
      photo={photo}
      print={copies => void print(copies)}
      take={() => noted.take(last.key)}
      again={() => void again()}
      addPhoto={file => void addPhoto(file)}
    />
  )
}

function useRegistered(floor: Floor, last: Registered) {
  const noted = notedWeightsOf(floor)
  const entry_key = noted.replaced.value.get(last.key) ?? last.key
  const isReplaced = entry_key !== last.key
  const entry = floor.outbox.entry(entry_key)
  const note = noted.of(last.key)
  const needs_scale = last.by_scale && !isReplaced && note?.taken !== true
  const lot = answeredLot(entry?.answer)
  const view: RegisteredView = {
    lot_code: lot?.lot_code ?? last.lot_code,
    title: last.title,
    // By hand it is known at once; of a scale, when the appliance has read it.
    weight_kg: lot?.weight_kg ?? keyedIn(entry),
    by_hand: isReplaced || !last.by_scale,
    containers: last.containers,
    step: stepOf({ entry, needs_scale, age_ms: floor.clock.now.value - last.put_at }),
    shown_kg: note?.weight_kg ?? null,
    taken: note?.taken === true,
    trouble: entry?.problem == null ? null : troubleWords(entry.problem),
    offline: floor.away.value !== null,
  }
  return { view, lot, entry_key }
}

function keyedIn(entry: Pick<ShownEntry, 'body'> | undefined): string | null {
  const kg = entry?.body.weight_kg
  return typeof kg === 'string' ? kg : null
}

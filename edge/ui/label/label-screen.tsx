import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { Floor } from '../floor-state.ts'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { knownLotsOf } from '../lot/known-lots.ts'
import type { ShownEntry } from '../outbox/entry.ts'
import { ReasonGrid } from '../part/reason-grid.tsx'
import { Stepper } from '../part/stepper.tsx'
import { LabelPreview } from './label-preview.tsx'
import { type LabelTarget, labelTarget } from './label-target.ts'
import { printedBefore } from './print-list.ts'
import { type Printer, printerChoiceOf } from './printer-choice.ts'
import { PrinterPicker } from './printer-picker.tsx'
import { REPRINT_REASONS } from './reasons.ts'
import { TroubleNotice } from './trouble-notice.tsx'
import { say } from './words.ts'

/** F12 for one lot or pallet: what its label looks like, where it is printed, and how often. */
export function LabelScreen() {
  const floor = useFloor()
  const { ref } = useRoute().params
  const { lot, hu, hold } = useLocation().query
  const named = ref ?? lot ?? hu ?? hold ?? ''
  const target = targetOf(floor, named)
  if (target !== null) return <OneLabel key={target.name} target={target} />
  const isKnown = floor.shelf.lots.value.value !== null
  return (
    <Screen title={say('labels')} back="/labels">
      <p class="quiet">{isKnown ? say('not_known', { ref: named }) : say('loading')}</p>
    </Screen>
  )
}

function targetOf(floor: Floor, ref: string): LabelTarget | null {
  return labelTarget(ref, {
    lots: knownLotsOf(floor).value ?? [],
    units: floor.shelf.units.value.value ?? [],
    holds: floor.shelf.holds.value.value ?? [],
  })
}

function OneLabel({ target }: { target: LabelTarget }) {
  const floor = useFloor()
  const { printers, printer, choose } = printerChoiceOf(floor)
  const [copies, setCopies] = useState(1)
  const [reason, setReason] = useState<string | null>(null)
  const [asked, setAsked] = useState<string | null>(null)
  const before = printedBefore(floor.shelf.printJobs.value.value ?? [], target)
  const on = printer.value
  const print = async () => {
    if (on === null) return
    const { label, name, lane } = target
    const repeats = before === null ? {} : { reprint_of: before.job_id, reason: reason ?? '' }
    const body = { label, ...subjectOf(target), printer_id: on.printer_id, copies, ...repeats }
    const { key } = await floor.outbox.put({ command: 'print-label', body, lane, about: name })
    setAsked(key)
  }
  const missing = on === null ? say('no_printer') : before !== null && reason === null ? say('already') : null
  return (
    <Screen
      title={say('label_of', { what: target.name })}
      back="/labels"
      class="label-screen"
      primary={{ word: say('print', { n: copies }), missing, run: () => void print() }}
    >
      <LabelPreview target={target} printer_id={on?.printer_id ?? null} />
      <div class="side">
        <PrinterPicker printers={printers.value} chosen={on?.printer_id ?? null} choose={choose} />
        <Stepper label={say('copies', { n: copies })} value={copies} change={setCopies} />
        {before !== null && (
          <ReasonGrid
            title={say('why_reprint')}
            reasons={REPRINT_REASONS.map(key => say(key))}
            chosen={reason}
            choose={setReason}
          />
        )}
        {asked !== null && <AskedNotice entry={floor.outbox.entry(asked)} printers={printers.value} />}
      </div>
    </Screen>
  )
}

/** What became of the labels that were asked for. */
function AskedNotice({ entry, printers }: { entry: ShownEntry | undefined; printers: readonly Printer[] | null }) {
  if (entry === undefined) return null
  if (entry.state === 'rejected' && entry.problem !== null) return <TroubleNotice trouble={entry.problem} />
  const on = printers?.find(({ printer_id }) => printer_id === entry.body.printer_id)
  const fill = { n: Number(entry.body.copies), printer: on?.title ?? String(entry.body.printer_id) }
  return <p role="status">{say(entry.state === 'acked' ? 'asked' : 'asked_offline', fill)}</p>
}

function subjectOf({ lot_id, hu_id, hold_id }: LabelTarget) {
  return {
    ...(lot_id === undefined ? {} : { lot_id }),
    ...(hu_id === undefined ? {} : { hu_id }),
    ...(hold_id === undefined ? {} : { hold_id }),
  }
}

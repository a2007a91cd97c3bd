import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { AsOf } from '../part/as-of.tsx'
import { ReasonGrid } from '../part/reason-grid.tsx'
import { Stepper } from '../part/stepper.tsx'
import { useScan } from '../scan/use-scan.ts'
import { printLists } from './print-list.ts'
import { type Asked, PrinterCard } from './printer-card.tsx'
import { printerChoiceOf } from './printer-choice.ts'
import { CANCEL_REASONS, REPRINT_REASONS } from './reasons.ts'
import { say } from './words.ts'

/** F12: every printer with what waits for it and what came out; a scan leads to the label of what was scanned. */
export function LabelsScreen() {
  const floor = useFloor()
  const { route } = useLocation()
  const [asked, setAsked] = useState<Asked | null>(null)
  useScan(floor.scan.bus, async scan => {
    const finding = await scan.finding()
    const ref =
      finding.kind === 'lot' ? finding.lot.lot_id : finding.kind === 'handling_unit' ? finding.unit.hu_id : null
    if (ref === null) return false
    floor.sound.play('ok')
    route(`/label/${encodeURIComponent(ref)}`)
    return true
  })
  const { printers } = printerChoiceOf(floor)
  if (asked !== null) return <AskScreen asked={asked} close={() => setAsked(null)} />
  const all = printers.value
  const lists = printLists(
    (all ?? []).map(({ printer_id }) => printer_id),
    floor.shelf.printJobs.value.value ?? [],
    floor.outbox.entries.value ?? [],
  )
  return (
    <Screen title={say('labels')} class="labels-screen">
      <p class="quiet">
        {say('scan')} <AsOf book={floor.shelf.printJobs} word={time => say('as_of', { time })} />
      </p>
      {all === null && <p class="quiet">{say('loading')}</p>}
      {all?.length === 0 && <p class="quiet">{say('no_printer')}</p>}
      <div class="printer-cards">
        {all?.map((printer, at) => (
          <PrinterCard key={printer.printer_id} printer={printer} list={lists[at]!} ask={setAsked} />
        ))}
      </div>
    </Screen>
  )
}

/** Why a label is printed again, and how often; or why a print is taken back. */
function AskScreen({ asked: { row, what }, close }: { asked: Asked; close: () => void }) {
  const floor = useFloor()
  const { printer } = printerChoiceOf(floor)
  const [copies, setCopies] = useState(1)
  const [reason, setReason] = useState<string | null>(null)
  const isReprint = what === 'reprint'
  const reasons = (isReprint ? REPRINT_REASONS : CANCEL_REASONS).map(key => say(key))
  const title = say(isReprint ? 'why_reprint' : 'why_cancel')
  const run = async () => {
    if (row.job === null || reason === null) return
    const { job_id, printer_id, label, lot_id, hu_id, hold_id } = row.job
    const lane = `job:${job_id}`
    if (isReprint) {
      const subject = Object.fromEntries(Object.entries({ lot_id, hu_id, hold_id }).filter(([, id]) => id !== null))
      const body = { label, ...subject, printer_id: printer.value?.printer_id ?? printer_id, copies }
      const intent = { command: 'print-label', body: { ...body, reprint_of: job_id, reason } } as const
      await floor.outbox.put({ ...intent, lane, about: row.what })
    } else
      await floor.outbox.put({ command: 'cancel-print', params: { job_id }, body: { reason }, lane, about: row.what })
    close()
  }
  return (
    <Screen
      title={`${title} ${row.what}`}
      class="label-screen"
      primary={{
        word: isReprint ? say('print', { n: copies }) : say('cancel'),
        missing: reason === null ? title : null,
        run: () => void run(),
      }}
      more={
        <button type="button" class="button" onClick={close}>
          {say('close')}
        </button>
      }
    >
      <ReasonGrid title={title} reasons={reasons} chosen={reason} choose={setReason} />
      {isReprint && <Stepper label={say('copies', { n: copies })} value={copies} change={setCopies} />}
    </Screen>
  )
}

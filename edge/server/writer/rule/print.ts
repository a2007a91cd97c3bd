import { FlowError } from '@flowviz/contract/error'
import type { Item } from '@flowviz/contract/plant/item'
import { LabelPrinter, type LabelPrinterVersion, type PrintJob, QUEUE_MAX } from '@flowviz/contract/print'
import { type AskedLabel, type LabelSource, labelOf } from '../../domain/label.ts'
import { layoutOf } from '../../label/label.ts'
import { holdOf } from '../../store/hold-row.ts'
import { huView } from '../../store/hu-store.ts'
import { printerOf, printJobOf } from '../../store/print-record.ts'
import type { Context } from '../command-context.ts'
import { findLot, findRecord, lotView } from './find.ts'
import { findHu } from './hu.ts'
import { define } from './master.ts'
import type { Rules } from './rule.ts'

/** Lots of a hold that its label could name. */
const HOLD_LOTS = 50

/** Printers and the labels that they print. */
export const PRINT_RULES = {
  'define-printer': (ask, context) => {
    const content: LabelPrinter = { ...ask.params, ...ask.body }
    const { printer_id: id } = content
    const definition = { type: 'printer.defined', kind: 'printer', id, field: 'printer', content } as const
    return define<LabelPrinterVersion>({ ...definition, schema: LabelPrinter }, ask, context)
  },

  /**
   * @throws FlowError record_not_found, lot_not_found, state_wrong, lot_unusable, label_incomplete, label_too_small,
   *   label_printed, reprint_reason_missing, reprint_invalid, print_queue_full.
   */
  'print-label': ({ actor, body }, context) => {
    const printer = findRecord('printer', body.printer_id, context)
    if (printer.state !== 'ACTIVE')
      throw new FlowError('state_wrong', `Printer ${printer.id} is not in use any more.`, {
        extra: { state: printer.state, allowed: ['ACTIVE'] },
      })
    const asked = labelOf(body, sourceOf(context))
    const content = body.reprint_of === undefined ? firstPrint(asked, context) : reprinted(body, asked, context)
    layoutOf(content, printerOf(printer))
    requireRoomInQueue(printer.id, context)
    const job_id = context.newId()
    const { lot_id, hu_id, hold_id } = asked
    const { printer_id, label, copies, reprint_of = null } = body
    const data = { job_id, printer_id, label, lot_id, hu_id, hold_id, copies, reprint_of, content }
    const subject = `print_job:${job_id}`
    context.ledger.append({ type: 'print.queued', actor, subject, data, reason: body.reason ?? null })
    return printJobOf(findRecord('print_job', job_id, context))
  },

  /** @throws FlowError record_not_found, state_wrong. */
  'cancel-print': ({ actor, params: { job_id }, body }, context) => {
    const { state, ...record } = findRecord('print_job', job_id, context)
    if (state !== 'QUEUED')
      throw new FlowError('state_wrong', `The job is ${state}.`, { extra: { state, allowed: ['QUEUED'] } })
    const { copies_done, copies_sent } = printJobOf({ state, ...record })
    const data = { job_id, copies_done, copies_sent, cause: 'cancelled' as const, given_up: true }
    context.ledger.append({ type: 'print.failed', actor, subject: `print_job:${job_id}`, data, reason: body.reason })
    return printJobOf(findRecord('print_job', job_id, context))
  },
} satisfies Partial<Rules>

/** The facts of a label as this transaction sees them. */
function sourceOf(context: Context): LabelSource {
  const { store, site } = context
  return {
    site,
    lot: ref => lotView(findLot(ref, context), context),
    item: id => (store.records.get('item', id)?.body.item as Item | undefined) ?? null,
    hu: ref => huView(findRecord('hu', findHu(ref, context).hu_id, context), store),
    hold: id => holdOf(findRecord('hold', id, context), store, HOLD_LOTS),
  }
}

/** An SSCC stands on one label; a job that was given up has printed none that counts. */
function firstPrint({ hu_id, content }: AskedLabel, context: Context): AskedLabel['content'] {
  if (hu_id === null) return content
  const job_id = findRecord('hu', hu_id, context).body.print_job_id as string | undefined
  const before = job_id === undefined ? null : context.store.records.get('print_job', job_id)
  if (before === null || (before.state === 'FAILED' && before.body.copies_sent === 0)) return content
  throw new FlowError('label_printed', undefined, { extra: { job_id } })
}

/** The very label that the job printed, whatever has changed since. */
function reprinted(
  { reprint_of, reason }: { reprint_of?: string; reason?: string },
  { lot_id, hu_id, hold_id, content: { label } }: AskedLabel,
  context: Context,
): PrintJob['content'] {
  if (reason === undefined) throw new FlowError('reprint_reason_missing')
  const before = printJobOf(findRecord('print_job', reprint_of!, context))
  const same =
    before.label === label && before.lot_id === lot_id && before.hu_id === hu_id && before.hold_id === hold_id
  if (!same) throw new FlowError('reprint_invalid', undefined, { extra: { label: before.label } })
  return before.content
}

function requireRoomInQueue(parent: string, { store }: Context): void {
  const queued = store.records.page({ kind: 'print_job', parent, state: 'QUEUED', limit: QUEUE_MAX }).length
  if (queued >= QUEUE_MAX) throw new FlowError('print_queue_full', undefined, { extra: { queued } })
}

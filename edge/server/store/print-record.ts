import type { LabelPrinter, PrintJob } from '@flowviz/contract/print'
import type { StoredRecord } from './record-store.ts'

type Fields = Omit<PrintJob, 'state' | 'duplicates_max'>

/** A print job as the API shows it. */
export function printJobOf({ state, body }: StoredRecord): PrintJob {
  const job = body as unknown as Fields
  return {
    job_id: job.job_id,
    printer_id: job.printer_id,
    label: job.label,
    lot_id: job.lot_id,
    hu_id: job.hu_id,
    hold_id: job.hold_id,
    copies: job.copies,
    reprint_of: job.reprint_of,
    reason: job.reason,
    state: state === 'DONE' || state === 'FAILED' ? state : 'QUEUED',
    copies_done: job.copies_done,
    copies_sent: job.copies_sent,
    duplicates_max: Math.max(0, job.copies_sent - job.copies),
    trouble: job.trouble,
    queued_at: job.queued_at,
    queued_by: job.queued_by,
    ended_at: job.ended_at,
    content: job.content,
  }
}

/** The port that label printers listen at, unless it is said. */
const RAW_PORT = 9100

/** A printer as it is defined, with its port. */
export function printerOf({ body }: StoredRecord): LabelPrinter & { port: number } {
  const printer = body.printer as LabelPrinter
  return { ...printer, port: printer.port ?? RAW_PORT }
}

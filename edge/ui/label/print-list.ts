import type { PrintJob } from '@flowviz/contract/print'
import type { ShownEntry } from '../outbox/entry.ts'

/** Labels that were asked for, as a list shows them. */
export interface PrintRow {
  key: string
  /** Null while it waits on this tablet. */
  job: PrintJob | null
  what: string
  copies: number
  rejected: boolean
}

export interface PrintList {
  printer_id: string
  /** What waits for the printer: first what is at the server, then what is still on this tablet. */
  waiting: PrintRow[]
  /** The newest of what came out, or never will. */
  ended: PrintRow[]
}

const ENDED_MAX = 8

/** What waits at each printer and what came out of it. Pure. */
export function printLists(
  printer_ids: readonly string[],
  jobs: readonly PrintJob[],
  entries: readonly ShownEntry[],
): PrintList[] {
  return printer_ids.map(printer_id => {
    const here = jobs.filter(job => job.printer_id === printer_id)
    const waits = here.filter(({ state }) => state === 'QUEUED').sort((a, b) => a.queued_at.localeCompare(b.queued_at))
    const ended = here.filter(({ state }) => state !== 'QUEUED').sort((a, b) => b.queued_at.localeCompare(a.queued_at))
    return {
      printer_id,
      waiting: [...waits.map(rowOf), ...entries.filter(entry => isFor(entry, printer_id)).map(queuedRow)],
      ended: ended.slice(0, ENDED_MAX).map(rowOf),
    }
  })
}

const isFor = ({ command, body, state }: ShownEntry, printer_id: string) =>
  command === 'print-label' && body.printer_id === printer_id && state !== 'acked' && state !== 'given-up'

const rowOf = (job: PrintJob): PrintRow => ({
  key: job.job_id,
  job,
  what: [job.content.title, job.content.lot_code ?? job.content.sscc].filter(Boolean).join(' · '),
  copies: job.copies,
  rejected: false,
})

const queuedRow = ({ key, about, body, state }: ShownEntry): PrintRow => ({
  key,
  job: null,
  what: about ?? String(body.lot_id ?? body.hu_id ?? ''),
  copies: Number(body.copies),
  rejected: state === 'rejected' || state === 'parked',
})

/** The newest print of a label that is not a reprint itself: what a further one of the same says it repeats. */
export function printedBefore(jobs: readonly PrintJob[], of: { lot_id?: string; hu_id?: string }): PrintJob | null {
  const same = jobs.filter(
    job =>
      // One of which nothing came out is as if it had not been.
      !(job.state === 'FAILED' && job.copies_sent === 0) &&
      ((of.lot_id !== undefined && job.lot_id === of.lot_id) || (of.hu_id !== undefined && job.hu_id === of.hu_id)),
  )
  return same.sort((a, b) => b.queued_at.localeCompare(a.queued_at))[0] ?? null
}

import type { EventData } from '../event.ts'
import type { Change, Told } from './change.ts'

/** What printing changes: printers, their jobs, and which label a pallet bears. */
export const PRINT_CHANGES = {
  'printer.defined': ({ data: { printer, version } }: Told<EventData<'printer.defined'>>): Change[] => [
    {
      to: 'record',
      of: 'printer',
      id: printer.printer_id,
      state: printer.active === false ? 'INACTIVE' : 'ACTIVE',
      set: { printer, version },
    },
  ],
  'print.queued': (told: Told<EventData<'print.queued'>>): Change[] => {
    const { data, recorded_at, actor, reason } = told
    const job: Change = {
      to: 'record',
      of: 'print_job',
      id: data.job_id,
      parent: data.printer_id,
      state: 'QUEUED',
      set: {
        ...data,
        reason: reason ?? null,
        copies_done: 0,
        copies_sent: 0,
        trouble: null,
        queued_at: recorded_at,
        queued_by: actor.id,
        ended_at: null,
      },
    }
    if (data.hu_id === null) return [job]
    return [job, { to: 'record', of: 'hu', id: data.hu_id, set: { print_job_id: data.job_id } }]
  },
  'print.sent': ({ data: { job_id, ...progress } }: Told<EventData<'print.sent'>>): Change[] => [
    { to: 'record', of: 'print_job', id: job_id, set: { ...progress, trouble: null } },
  ],
  'print.done': ({ data: { job_id, ...progress }, recorded_at }: Told<EventData<'print.done'>>): Change[] => [
    {
      to: 'record',
      of: 'print_job',
      id: job_id,
      state: 'DONE',
      set: { ...progress, trouble: null, ended_at: recorded_at },
    },
  ],
  'print.failed': ({ data, recorded_at }: Told<EventData<'print.failed'>>): Change[] => {
    const { job_id, copies_done, copies_sent, cause, given_up } = data
    const set = { copies_done, copies_sent, trouble: cause, ended_at: given_up ? recorded_at : null }
    return [{ to: 'record', of: 'print_job', id: job_id, state: given_up ? 'FAILED' : 'QUEUED', set }]
  },
}

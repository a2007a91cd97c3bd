import Type from 'typebox'
import { LabelSubject } from '../label.ts'
import { Name } from '../name.ts'
import { COPIES_MAX, LabelPrinter, LabelPrinterVersion, PrintJob } from '../print.ts'
import { Uuid } from '../uuid.ts'
import { command, fields, NoParams, Reason } from './command.ts'
import { without } from './master.ts'

/** Label printers and what they print. */
export const PRINT_COMMANDS = {
  'define-printer': command({
    route: 'PUT /api/v1/printers/:printer_id',
    tag: 'printing',
    summary: 'Defines a label printer, or its next version.',
    params: fields({ printer_id: Name }),
    body: without(LabelPrinter, 'printer_id', 'LabelPrinterDefinition'),
    status: 200,
    gives: LabelPrinterVersion,
  }),
  'print-label': command({
    route: 'POST /api/v1/print-jobs',
    tag: 'printing',
    summary: 'Queues labels at a printer. A reprint says what it repeats and why, and prints the same again.',
    params: NoParams,
    body: Type.Object(
      {
        ...LabelSubject,
        printer_id: Name,
        copies: Type.Integer({ minimum: 1, maximum: COPIES_MAX }),
        reprint_of: Type.Optional(Uuid),
        reason: Type.Optional(Reason),
      },
      { $id: 'PrintRequest', additionalProperties: false },
    ),
    status: 201,
    gives: PrintJob,
  }),
  'cancel-print': command({
    route: 'POST /api/v1/print-jobs/:job_id/cancel',
    tag: 'printing',
    summary: 'Takes back a job that is not done; what came out already stays in the world.',
    params: fields({ job_id: Uuid }),
    body: Type.Object({ reason: Reason }, { $id: 'PrintCancellation', additionalProperties: false }),
    status: 200,
    gives: PrintJob,
  }),
} as const

import Type from 'typebox'
import { LabelContent, LabelKind } from '../label.ts'
import { Name } from '../name.ts'
import { COPIES_MAX, LabelPrinter, PrintCause, PrintProgress } from '../print.ts'
import { Uuid } from '../uuid.ts'
import { object, orNull } from './shape.ts'

/** Labels: what was to be printed, and what the printer said of it. */
export const PRINT_EVENTS = {
  'printer.defined': object({ version: Type.Integer({ minimum: 1 }), printer: LabelPrinter }),
  'print.queued': object({
    job_id: Uuid,
    printer_id: Name,
    label: LabelKind,
    lot_id: orNull(Uuid),
    hu_id: orNull(Uuid),
    hold_id: orNull(Uuid),
    copies: Type.Integer({ minimum: 1, maximum: COPIES_MAX }),
    reprint_of: orNull(Uuid),
    content: LabelContent,
  }),
  /** Copies are about to be sent: kept before, so that no end of the box lets them be sent again as if for the first time. */
  'print.sent': PrintProgress,
  /** The printer confirmed every copy. */
  'print.done': PrintProgress,
  /** Something is in the way; `given_up`: the job will not be printed any more. */
  'print.failed': object({ ...PrintProgress.properties, cause: PrintCause, given_up: Type.Boolean() }),
} as const

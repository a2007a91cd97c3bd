import Type, { type Static } from 'typebox'
import { object, oneOf, orNull, Text } from './event/shape.ts'
import { LabelContent, LabelKind, LabelSize } from './label.ts'
import { Name } from './name.ts'
import { Timestamp } from './time.ts'
import { Uuid } from './uuid.ts'

/** Most copies of one job. */
export const COPIES_MAX = 500
/** Jobs that may wait at one printer. */
export const QUEUE_MAX = 200

/** A label printer that speaks ZPL over a TCP port. */
export const LabelPrinter = Type.Object(
  {
    printer_id: Name,
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    host: Type.String({ pattern: '^[A-Za-z0-9](?:[A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$', examples: ['192.168.1.40'] }),
    port: Type.Optional(Type.Integer({ minimum: 1, maximum: 65_535, description: 'Left out: 9100.' })),
    ...LabelSize,
    active: Type.Optional(Type.Boolean()),
  },
  { $id: 'LabelPrinter', additionalProperties: false },
)
export type LabelPrinter = Static<typeof LabelPrinter>

/**
 * Why a printer does not print. `busy`: somebody else's labels are in it; `dropped`: the connection ended while labels
 * came out; `cancelled`: a person took the job back; `unprintable`: the printer has smaller labels now.
 */
export const PRINT_CAUSES = [
  'offline',
  'silent',
  'paper_out',
  'ribbon_out',
  'head_open',
  'paused',
  'too_hot',
  'busy',
  'dropped',
  'cancelled',
  'unprintable',
] as const
export type PrintCause = (typeof PRINT_CAUSES)[number]
export const PrintCause = Type.Enum([...PRINT_CAUSES] as PrintCause[])

/** A printer as it was last defined. */
export const LabelPrinterVersion = Type.Object(
  { ...LabelPrinter.properties, version: Type.Integer({ minimum: 1 }) },
  { $id: 'LabelPrinterVersion', additionalProperties: false },
)
export type LabelPrinterVersion = Static<typeof LabelPrinterVersion>

/** A printer with what the box knows of it now. */
export const LabelPrinterView = Type.Object(
  {
    ...LabelPrinterVersion.properties,
    /** `unknown`: nothing was printed since the box started. */
    state: oneOf('unknown', 'idle', 'printing', 'trouble'),
    trouble: orNull(PrintCause),
    /** When it last told its status. */
    seen_at: orNull(Timestamp),
    queued: Type.Integer({ description: 'Jobs that wait or are printed now.' }),
  },
  { $id: 'LabelPrinterView', additionalProperties: false },
)
export type LabelPrinterView = Static<typeof LabelPrinterView>

export const LabelPrinterList = Type.Object(
  { printers: Type.Array(LabelPrinterView) },
  { $id: 'LabelPrinterList', additionalProperties: false },
)

export const PrintJobState = oneOf('QUEUED', 'DONE', 'FAILED')
export type PrintJobState = Static<typeof PrintJobState>

/** Labels that were asked for, and what became of them. */
export const PrintJob = Type.Object(
  {
    job_id: Uuid,
    printer_id: Name,
    label: LabelKind,
    lot_id: orNull(Uuid),
    hu_id: orNull(Uuid),
    hold_id: orNull(Uuid),
    copies: Type.Integer({ minimum: 1, maximum: COPIES_MAX }),
    reprint_of: orNull(Uuid),
    reason: Text,
    state: PrintJobState,
    /** Copies that the printer confirmed, as far as the ledger knows. */
    copies_done: Type.Integer(),
    /** Copies that were sent to it, some perhaps twice. */
    copies_sent: Type.Integer(),
    /** Labels that may exist twice, because nobody could ask the printer whether they came out: count them. */
    duplicates_max: Type.Integer({ minimum: 0 }),
    /** Why it is not done yet, or never will be. */
    trouble: orNull(PrintCause),
    queued_at: Timestamp,
    queued_by: Type.String(),
    ended_at: orNull(Timestamp),
    content: LabelContent,
  },
  { $id: 'PrintJob', additionalProperties: false },
)
export type PrintJob = Static<typeof PrintJob>

/** How far a job is, when something is in the way or it ends. */
export const PrintProgress = object({
  job_id: Uuid,
  copies_done: Type.Integer({ minimum: 0 }),
  copies_sent: Type.Integer({ minimum: 0 }),
})

import type { PrintJob } from '@flowviz/contract/print'
import type { PrintList, PrintRow } from './print-list.ts'
import { PrinterCard } from './printer-card.tsx'
import type { Printer } from './printer-choice.ts'
import { PrinterPicker } from './printer-picker.tsx'

const printer = (more: Partial<Printer> = {}): Printer => ({
  printer_id: 'dock',
  title: 'Receiving dock',
  host: '192.168.1.40',
  dpi: 203,
  width_mm: 102,
  height_mm: 152,
  version: 1,
  state: 'idle',
  trouble: null,
  seen_at: null,
  queued: 0,
  ...more,
})
const job = (more: Partial<PrintJob>) =>
  ({
    job_id: 'j',
    state: 'QUEUED',
    copies: 4,
    copies_done: 1,
    copies_sent: 2,
    duplicates_max: 0,
    trouble: null,
    queued_at: '2026-11-26T05:10:00.000Z',
    ...more,
  }) as PrintJob
const row = (key: string, of: PrintJob | null, rejected = false): PrintRow => ({
  key,
  job: of,
  what: 'Basmati rice · NOR-261126-L1-0036',
  copies: 4,
  rejected,
})
const nothing = () => undefined
const card = (of: Partial<Printer>, list: Omit<PrintList, 'printer_id'>) => () => (
  <PrinterCard printer={printer(of)} list={{ printer_id: 'dock', ...list }} ask={nothing} />
)

/** Printers: how they stand, what waits for them, what came out. */
export const states = [
  { name: 'ready, nothing asked', draw: card({}, { waiting: [], ended: [] }) },
  {
    name: 'out of labels, jobs wait',
    draw: card(
      { state: 'trouble', trouble: 'paper_out' },
      { waiting: [row('a', job({ trouble: 'paper_out' })), row('b', null), row('c', null, true)], ended: [] },
    ),
  },
  {
    name: 'printed, perhaps twice, and taken back',
    draw: card(
      { state: 'unknown' },
      {
        waiting: [],
        ended: [
          row('a', job({ state: 'DONE', copies_done: 4, duplicates_max: 1 })),
          row('b', job({ state: 'FAILED', trouble: 'cancelled', copies_sent: 0 })),
        ],
      },
    ),
  },
  {
    name: 'choosing one',
    draw: () => (
      <PrinterPicker
        printers={[printer({ queued: 3 }), printer({ printer_id: 'hall', title: 'Packing hall', state: 'printing' })]}
        chosen="hall"
        choose={nothing}
      />
    ),
  },
  { name: 'none set up', draw: () => <PrinterPicker printers={[]} chosen={null} choose={nothing} /> },
] as const

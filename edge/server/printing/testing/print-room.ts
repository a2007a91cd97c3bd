import type { CommandAnswer, CommandBody } from '@flowviz/contract/command'
import type { LabelPrinter, PrintJob } from '@flowviz/contract/print'
import type { LabelPrinter as PretendedPrinter } from '@flowviz/firmware-adapters/simulator/label-printer'
import { onTestFinished } from 'vitest'
import { openPlantReader } from '../../store/plant-reader.ts'
import { printJobOf } from '../../store/print-record.ts'
import { startLabelPrinter } from '../../testing/label-printer.ts'
import type { PlantWriter } from '../../writer/command.ts'
import { BOX, type Box, openBox } from '../../writer/testing/box.ts'
import { type Spooler, startSpooler } from '../spooler.ts'

const GTIN = '09521234543213'

export interface PrintRoom {
  box: Box
  printer: PretendedPrinter
  port: number
  spooler: Spooler
  lot_id: string
  /** Queues labels of the lot at `printer-1`. */
  print(change?: Partial<CommandBody<'print-label'>>): CommandAnswer<'print-label'>
  job(job_id: string): PrintJob
  /** Waits until it is so; a test that waits for ever has failed. */
  until(so: () => boolean): Promise<void>
  /** The box starts again: the spooler ends and another one begins with what the ledger knows. */
  restart(): Promise<void>
  tell(): void
}

export const PAPER: Omit<LabelPrinter, 'printer_id' | 'host'> = { dpi: 203, width_mm: 102, height_mm: 76 }

/** A real `plant.db` with a lot of an item, a spooler, and a pretended printer on a real socket. */
export async function openPrintRoom(): Promise<PrintRoom> {
  const { printer, port } = await startLabelPrinter()
  const box = openBox()
  const reader = openPlantReader(box.path)
  onTestFinished(() => reader.close())
  const listeners: (() => void)[] = []
  const tell = () => listeners.forEach(listener => void listener())
  const plant: Pick<PlantWriter, 'submit' | 'onCommit'> = {
    async submit(kind, takes) {
      const gives = box.submit(kind, takes)
      tell()
      return gives
    },
    onCommit: listener => void listeners.push(listener as () => void),
  }
  box.act('define-item', {
    params: { item_id: 'soup' },
    body: { title: 'Tomato soup', lot_type: 'FG', gtin: GTIN, allergens: ['milk'], storage: 'chilled' },
  })
  const body = { lot_type: 'FG' as const, weight_kg: '10', item_id: 'soup', best_before: '2027-03-01' }
  const { lot_id } = box.act('register-lot', { body })
  box.act('define-printer', { params: { printer_id: 'printer-1' }, body: { ...PAPER, host: '127.0.0.1', port } })
  const start = () =>
    startSpooler({
      reader,
      plant,
      actor: BOX,
      logger: { warn: () => undefined },
      now: () => box.clock.ms,
      random: () => 0,
      poll_ms: 5,
      timeout_ms: 200,
    })
  const room = { spooler: start() }
  onTestFinished(() => room.spooler.stop())
  return {
    box,
    printer,
    port,
    lot_id,
    tell,
    get spooler() {
      return room.spooler
    },
    print(change = {}) {
      const job = box.act('print-label', {
        body: { label: 'case', lot_id, printer_id: 'printer-1', copies: 1, ...change },
      })
      tell()
      return job
    },
    job: job_id => printJobOf(reader.record('print_job', job_id)!),
    async until(so) {
      while (!so()) await new Promise(resolve => setTimeout(resolve, 5))
    },
    async restart() {
      await room.spooler.stop()
      listeners.length = 0
      room.spooler = start()
    },
  }
}

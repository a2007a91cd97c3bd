import { FlowError } from '@flowviz/contract/error'
import { Name } from '@flowviz/contract/name'
import { LabelPrinterList, LabelPrinterView, PrintJob } from '@flowviz/contract/print'
import Type from 'typebox'
import { printJobOf } from '../store/print-record.ts'
import type { StoredRecord } from '../store/record-store.ts'
import { definedView } from '../store/version-record.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'
import { recordDoors } from './record-list.ts'

/** A plant has a handful. */
const PRINTERS_MAX = 200

type Parts = Pick<AppParts, 'reader' | 'spooler'>

/** Finding printers with what the box knows of them, and print jobs; defining, printing, cancelling are commands. */
export function printers(app: Doors, parts: Parts): void {
  const { reader, spooler } = parts
  const viewOf = (record: StoredRecord): LabelPrinterView => ({
    ...definedView<LabelPrinterView>(record, 'printer'),
    ...spooler.stateOf(record.id),
  })
  app.get(
    '/api/v1/printers',
    {
      schema: {
        operationId: 'listPrinters',
        tags: ['printing'],
        summary: 'Label printers, each with its state.',
        response: { 200: LabelPrinterList, ...REFUSAL },
      },
    },
    async () => ({ printers: reader.records({ kind: 'printer', limit: PRINTERS_MAX }).map(viewOf) }),
  )
  app.get(
    '/api/v1/printers/:printer_id',
    {
      schema: {
        operationId: 'getPrinter',
        tags: ['printing'],
        params: Type.Object({ printer_id: Name }),
        response: { 200: LabelPrinterView, ...REFUSAL },
      },
    },
    async ({ params: { printer_id } }) => {
      const record = reader.record('printer', printer_id)
      if (record === null) throw new FlowError('record_not_found', `There is no printer ${printer_id} at this site.`)
      return viewOf(record)
    },
  )
  recordDoors(app, parts, {
    path: '/api/v1/print-jobs',
    kind: 'print_job',
    tag: 'printing',
    operations: { list: 'listPrintJobs', get: 'getPrintJob' },
    param: 'job_id',
    parent: 'printer_id',
    view: PrintJob,
    viewOf: printJobOf,
  })
}

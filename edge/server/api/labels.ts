import { FlowError } from '@flowviz/contract/error'
import { LabelPreview, LabelPreviewRequest } from '@flowviz/contract/label'
import type { Item } from '@flowviz/contract/plant/item'
import { type LabelSource, labelOf } from '../domain/label.ts'
import { layoutOf } from '../label/label.ts'
import { readableOf } from '../label/words.ts'
import { zplOf } from '../label/zpl.ts'
import { printerOf } from '../store/print-record.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'

type Parts = Pick<AppParts, 'reader' | 'site'>

/** The paper of a label that is not said: a logistic label of 4 by 6 inches. */
const PAPER = { dpi: 203, width_mm: 102, height_mm: 152 } as const
const HOLD_LOTS = 50

/** How a label would look. Nothing is queued and nothing is remembered. */
export function labels(app: Doors, parts: Parts): void {
  app.post(
    '/api/v1/labels/preview',
    {
      schema: {
        operationId: 'previewLabel',
        tags: ['printing'],
        summary: 'A label as an image, or as the printer would get it; on the paper of a printer, or on a given one.',
        body: LabelPreviewRequest,
        response: { 200: LabelPreview, ...REFUSAL },
      },
    },
    async ({ body }) => {
      const { content } = labelOf(body, sourceOf(parts))
      const paper = paperOf(body, parts)
      const layout = layoutOf(content, paper)
      const text = body.format === 'zpl' ? zplOf(layout, paper) : await drawn(layout)
      return { format: body.format, ...paper, ...readableOf(content), text }
    },
  )
}

// Two megabytes of barcodes are read when somebody looks at the first label, not when the box starts.
async function drawn(layout: ReturnType<typeof layoutOf>): Promise<string> {
  const { svgOf } = await import('../label/svg.ts')
  return svgOf(layout)
}

function paperOf(body: LabelPreviewRequest, { reader }: Parts): Pick<LabelPreview, 'dpi' | 'width_mm' | 'height_mm'> {
  const { printer_id } = body
  const record = printer_id === undefined ? null : reader.record('printer', printer_id)
  if (printer_id !== undefined && record === null)
    throw new FlowError('record_not_found', `There is no printer ${printer_id} at this site.`)
  const of = record === null ? PAPER : printerOf(record)
  const { dpi = of.dpi, width_mm = of.width_mm, height_mm = of.height_mm } = body
  return { dpi, width_mm, height_mm }
}

/** The facts of a label as they were last committed. */
function sourceOf({ reader, site }: Parts): LabelSource {
  const found = <T>(thing: T | null, what: string): T => {
    if (thing === null) throw new FlowError('record_not_found', `There is no ${what} at this site.`)
    return thing
  }
  return {
    site,
    lot(ref) {
      const lot = reader.lot(ref)
      if (lot === null) throw new FlowError('lot_not_found', `There is no lot ${ref} at this site.`)
      return lot
    },
    item: id => (reader.record('item', id)?.body.item as Item | undefined) ?? null,
    hu: ref => found(reader.stock.findHu(ref), `hu ${ref}`),
    hold: id => reader.holdView(found(reader.record('hold', id), `hold ${id}`), HOLD_LOTS),
  }
}

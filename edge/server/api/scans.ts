import { GS } from '@flowviz/contract/gs1/element-string'
import { meaningOf } from '@flowviz/contract/gs1/meaning'
import { parseSymbols } from '@flowviz/contract/gs1/scan'
import { ownCode, ScanAnswer, ScanRequest } from '@flowviz/contract/scan'
import type { PlantReader } from '../parts.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'

type Found = Pick<ScanAnswer, 'what' | 'lots' | 'hu_id' | 'item_id'>
type Reader = Pick<PlantReader, 'lot' | 'scans'>

/** Bodies carry no control characters: a screen sends the picture of GS, which no value can hold. */
const GS_PICTURE = '\u241d'

const NOTHING: Found = { what: 'unknown', lots: [], hu_id: null, item_id: null }

/** What a label means here: a handling unit by its SSCC, a lot by GTIN and code, an item by its GTIN. */
function labelled({ sscc, gtin, lot }: ScanAnswer['label'], { scans }: Reader): Found {
  const hu_id = sscc === null ? null : scans.huOf(sscc)
  const item_id = gtin === null ? null : scans.itemOf(gtin)
  const lots = gtin === null || lot === null ? [] : scans.lots(gtin, lot)
  if (hu_id !== null) return { what: 'handling_unit', lots, hu_id, item_id }
  if (lots.length > 0) return { what: 'lot', lots, hu_id, item_id }
  return { ...NOTHING, what: item_id === null ? 'unknown' : 'item', item_id }
}

/** The plant's own lot code on a plain barcode, or typed. */
function coded(code: string | null, reader: Reader): Found | null {
  const lot = code === null ? null : reader.lot(code)
  if (lot === null) return null
  return { ...NOTHING, what: 'lot', lots: [{ lot_id: lot.lot_id, lot_code: lot.lot_code }] }
}

/** Saying what was scanned; nothing is changed by it. */
export function scans(app: Doors, { reader, now }: Pick<AppParts, 'reader' | 'now'>): void {
  app.post(
    '/api/v1/scans',
    {
      schema: {
        operationId: 'readScan',
        tags: ['lot'],
        summary: 'Reads the symbols of one item and says what they are here: a lot, a handling unit, an item.',
        body: ScanRequest,
        response: { 200: ScanAnswer, ...REFUSAL },
      },
    },
    async ({ body: { symbols: sent, ...options } }) => {
      const symbols = sent.map(text => text.replaceAll(GS_PICTURE, GS))
      const scan = parseSymbols(symbols, options)
      const { elements, form, symbology, warnings } = scan.ok
        ? scan
        : { elements: [], form: null, symbology: null, warnings: [] }
      const label = meaningOf(elements, new Date(now()).getUTCFullYear())
      const found = coded(ownCode(symbols), reader) ?? labelled(label, reader)
      const { ok: _, ...why } = scan.ok ? { ok: true as const } : scan
      const fault = 'code' in why ? why : null
      return { ...found, form, symbology, elements, label, warnings, fault }
    },
  )
}

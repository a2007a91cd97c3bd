import { FlowError } from '@flowviz/contract/error'
import { meaningOf } from '@flowviz/contract/gs1/meaning'
import { parseSymbols } from '@flowviz/contract/gs1/scan'
import { plainCode, plainCodeBeside } from '@flowviz/contract/plain-code'
import { ScanAnswer, ScanRequest } from '@flowviz/contract/scan'
import { isUuid } from '@flowviz/contract/uuid'
import type { PlantReader } from '../parts.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'

type Found = Pick<ScanAnswer, 'what' | 'lots' | 'hu_id' | 'hold_id' | 'item_id'>
type Read = Pick<ScanAnswer, 'form' | 'symbology' | 'elements' | 'label' | 'warnings' | 'fault'>
type Reader = Pick<PlantReader, 'lot' | 'record' | 'scans'>

/** U+2400 and the character: the picture of a control character, which no value can hold. */
const PICTURES = 0x2400
const PICTURED = /[\u2400-\u241f]/g
const CONTROL = /\p{Cc}/gu
const moved = (text: string, by: number) => String.fromCharCode(text.charCodeAt(0) + by)

const NOTHING = { lots: [], hu_id: null, hold_id: null, item_id: null }

/** A handling unit by its SSCC, a lot by GTIN and code, an item by its GTIN. `beside` is a code that stands by itself. */
function labelled(
  { sscc, gtin, ...label }: ScanAnswer['label'],
  beside: string | null,
  { scans }: Reader,
): Found | null {
  const lot = label.lot ?? beside
  const hu_id = sscc === null ? null : scans.huOf(sscc)
  const item_id = gtin === null ? null : scans.itemOf(gtin)
  const lots = lot === null ? [] : scans.lots(gtin, lot)
  if (hu_id !== null) return { ...NOTHING, what: 'handling_unit', lots, hu_id, item_id }
  if (lots.length > 0) return { ...NOTHING, what: 'lot', lots, item_id }
  return item_id === null ? null : { ...NOTHING, what: 'item', item_id }
}

/** What our own labels say under AIs of the house: a lot whose item has no GTIN, and a hold. */
function housed(elements: ScanAnswer['elements'], reader: Reader): Found | null {
  const of = (wanted: string) => elements.find(({ ai }) => ai === wanted)?.value ?? null
  const hold_id = of('92')
  if (hold_id !== null && reader.record('hold', hold_id) !== null) return { ...NOTHING, what: 'hold', hold_id }
  return coded(of('91'), reader)
}

/** A code on a plain barcode, or typed: the plant's own or the supplier's. */
function coded(code: string | null, { lot, scans }: Reader): Found | null {
  if (code === null) return null
  const byId = isUuid(code) ? lot(code) : null
  const lots = byId === null ? scans.lots(null, code) : [{ lot_id: byId.lot_id, lot_code: byId.lot_code }]
  return lots.length === 0 ? null : { ...NOTHING, what: 'lot', lots }
}

function readSymbols(symbols: readonly string[], { separator }: { separator?: string }, this_year: number): Read {
  const scan = parseSymbols(symbols, { part: true, ...(separator === undefined ? {} : { separator }) })
  if (scan.ok) {
    const { ok: _, ...read } = scan
    return { ...read, label: meaningOf(scan.elements, this_year), fault: null }
  }
  const { ok: _, ...fault } = scan
  return { form: null, symbology: null, elements: [], label: meaningOf([], this_year), warnings: [], fault }
}

function unknown(read: Read): FlowError {
  const { fault } = read
  if (fault === null) return new FlowError('scan_unknown', undefined, { extra: { ...read } })
  return new FlowError('scan_unknown', `Not a code of this site, and no label that can be read: ${fault.message}.`, {
    hint: fault.hint,
    extra: { ...read },
  })
}

/** Saying what was scanned; nothing is changed by it. */
export function scans(app: Doors, { reader, now }: Pick<AppParts, 'reader' | 'now'>): void {
  app.post(
    '/api/v1/scans',
    {
      schema: {
        operationId: 'readScan',
        tags: ['lot'],
        summary: 'Reads the symbols of one item and says what they are here: a lot, a handling unit, a hold, an item.',
        body: ScanRequest,
        response: { 200: ScanAnswer, ...REFUSAL },
      },
      preValidation: async ({ body }) => withPictures(body),
    },
    async ({ body: { symbols: sent, ...options } }) => {
      const symbols = sent.map(text => text.replace(PICTURED, picture => moved(picture, -PICTURES)))
      const read = readSymbols(symbols, options, new Date(now()).getUTCFullYear())
      const found =
        coded(plainCode(symbols), reader) ??
        housed(read.elements, reader) ??
        labelled(read.label, plainCodeBeside(symbols), reader)
      if (found === null) throw unknown(read)
      return { ...found, ...read }
    },
  )
}

/** Scanners send control characters, which no other body may hold. */
function withPictures(body: unknown): void {
  const { symbols } = (body ?? {}) as { symbols?: unknown }
  if (!Array.isArray(symbols)) return
  for (const [at, text] of symbols.entries())
    if (typeof text === 'string') symbols[at] = text.replace(CONTROL, control => moved(control, PICTURES))
}

import { buildDigitalLink } from '@flowviz/contract/gs1/build'
import type { Element } from '@flowviz/contract/gs1/element'
import type { LabelContent, LabelKind } from '@flowviz/contract/label'
import { bracketed } from './element.ts'

/** A line of words: how large beside the others, and how many lines it may take. */
export interface Line {
  text: string
  /** mm on a label of 100 mm. */
  size: number
  bold: boolean
  lines_max: number
}

export type Rows = readonly (readonly Element[])[]

/** What a label shows, before it has places. */
export interface Words {
  lines: readonly Line[]
  /** Rows of GS1-128, from above, the most important one lowest; first as few as can be, then the narrower ones. */
  bars: readonly Rows[]
  /** The same elements in one DataMatrix. */
  matrix: readonly Element[]
  /** GS1 Digital Link of the QR code. */
  link: string | null
  /** A thick frame says from afar that this may not be used. */
  framed: boolean
  /** Without bars it is no label of its kind (a pallet is read from a forklift). */
  bars_needed: boolean
}

const HEADING: Record<LabelKind, string> = {
  case: 'CASE',
  pallet: 'PALLET',
  ingredient: 'INGREDIENT',
  hold: 'HOLD - DO NOT USE',
}
const STORAGE = { ambient: 'STORE AT AMBIENT', chilled: 'KEEP CHILLED', frozen: 'KEEP FROZEN' }
/** AI 310n counts n decimal places in six digits. */
const WEIGHT_PLACES_MAX = 3
const WEIGHT_DIGITS = 6

/** Longest lot code that AI (10) carries. */
export const LOT_CODE_MAX = 20

/** What stands on a label of this content, and in its barcodes. Pure. */
export function wordsOf(content: LabelContent): Words {
  const { label } = content
  const { lot, item, sscc } = elementsOf(content)
  const filled = (rows: Rows) => rows.filter(row => row.length > 0)
  const matrix = [...sscc, ...item, ...lot]
  const whole = label === 'pallet' ? [] : [filled([[...item, ...lot]])]
  return {
    lines: linesOf(content),
    bars: label === 'hold' ? [[]] : [...whole, filled([lot, item, sscc])],
    matrix,
    link: linkOf(content, matrix),
    framed: label === 'hold',
    bars_needed: label === 'pallet',
  }
}

// In a row of bars nothing follows an element of no predefined length: printers differ in where mode D sets FNC1.
/** The elements that stand together: what lies in a row of bars, or beside others in one. */
function elementsOf(content: LabelContent): Record<'lot' | 'item' | 'sscc', Element[]> {
  const { label, gtin, sscc, hold_id, lot_code, count } = content
  const lot = element('10', lot_code)
  if (label === 'hold') return { lot: [], item: element('92', hold_id), sscc: [] }
  if (label === 'pallet') {
    // AI 02 and 37 belong together: without a count of cases the pallet says its SSCC alone.
    if (gtin === null || count === null) return { lot: [], item: [], sscc: element('00', sscc) }
    return { lot, item: [...element('02', gtin), ...element('37', String(count))], sscc: element('00', sscc) }
  }
  // An ingredient has seldom a GTIN; then the lot code travels under an AI for internal use.
  if (gtin === null || (lot_code ?? '').length > LOT_CODE_MAX)
    return { lot: [], item: element('91', lot_code), sscc: [] }
  return { lot, item: [...element('01', gtin), ...dateOf(content), ...weightOf(content.weight_kg)], sscc: [] }
}

const element = (ai: string, value: string | null): Element[] => (value === null ? [] : [{ ai, value }])
const yymmdd = (day: string) => day.slice(2).replaceAll('-', '')

function dateOf({ expires_on, best_before, produced_on }: LabelContent): Element[] {
  if (expires_on !== null) return element('17', yymmdd(expires_on))
  if (best_before !== null) return element('15', yymmdd(best_before))
  return produced_on === null ? [] : element('11', yymmdd(produced_on))
}

/** Net weight with as many places as it needs; what is below a gram is not claimed. */
function weightOf(weight_kg: string | null): Element[] {
  if (weight_kg === null) return []
  const [whole = '0', fraction = ''] = weight_kg.split('.')
  const places = fraction.slice(0, WEIGHT_PLACES_MAX).replace(/0+$/, '')
  const fitting = places.slice(0, Math.max(0, WEIGHT_DIGITS - whole.length))
  const digits = `${whole}${fitting}`.padStart(WEIGHT_DIGITS, '0')
  return digits.length > WEIGHT_DIGITS ? [] : element(`310${fitting.length}`, digits)
}

/** The Digital Link of the key and the lot, short enough for a small symbol. */
function linkOf({ label }: LabelContent, elements: readonly Element[]): string | null {
  const keys = label === 'pallet' ? ['00'] : ['01', '10']
  const built = buildDigitalLink(elements.filter(({ ai }) => keys.includes(ai)))
  return built.ok ? built.text : null
}

function linesOf(content: LabelContent): Line[] {
  const { label, site, title, lot_code, expires_on, best_before, produced_on, weight_kg, count, allergens } = content
  const line = (text: string | false | null, size: number, more: Partial<Line> = {}): Line[] =>
    text === null || text === false || text === '' ? [] : [{ text, size, bold: false, lines_max: 1, ...more }]
  const bold = { bold: true }
  return [
    ...line(HEADING[label], label === 'hold' ? 9 : 4, bold),
    ...line(title, label === 'hold' ? 5 : 6, { bold: true, lines_max: 3 }),
    ...line(lot_code !== null && `LOT ${lot_code}`, 5, { bold: true, lines_max: 2 }),
    ...line(expires_on !== null && `USE BY ${expires_on}`, 5, bold),
    ...line(best_before !== null && `BEST BEFORE ${best_before}`, 5, bold),
    ...line(produced_on !== null && `PRODUCED ${produced_on}`, 4),
    ...line(weight_kg !== null && `NET ${weight_kg} kg`, 5),
    ...line(count !== null && `COUNT ${count}`, 5),
    ...line(content.storage !== null && STORAGE[content.storage], 4),
    ...line(allergens.length > 0 && `CONTAINS: ${allergens.join(', ').replaceAll('_', ' ').toUpperCase()}`, 4, {
      bold: true,
      lines_max: 4,
    }),
    ...content.lines.flatMap(text => line(text, 3.5, { lines_max: 2 })),
    ...line(site.toUpperCase(), 3),
  ]
}

/** What a person compares with a scan: all elements in brackets, and the link. */
export function readableOf(content: LabelContent): { elements: string; link: string | null } {
  const { matrix, link } = wordsOf(content)
  return { elements: bracketed(matrix), link }
}

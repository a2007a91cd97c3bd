import type { Element } from '@flowviz/contract/gs1/element'
import { joined } from './element.ts'

const FNC1 = '\x1D'
/** Digits that are worth a change to subset C in the middle, and at the end or the beginning. */
const RUN_MIDDLE = 6
const RUN_END = 4
const MODULES_PER_CODE = 11
const STOP_MODULES = 13
/** Quiet zone of bars on either side, in modules (GS1 General Specifications 5.4.1). */
export const QUIET_MODULES = 10

/** Modules of GS1-128 without its quiet zones; a printer that chooses its subsets worse is still within the slack. */
export function barModules(elements: readonly Element[]): number {
  const text = joined(elements, FNC1)
  // Start, FNC1, check.
  let codes = 3
  let inC = /^\d{2}/.test(text)
  let at = 0
  while (at < text.length) {
    const digits = /^\d*/.exec(text.slice(at))![0].length
    if (inC && text[at] === FNC1) {
      codes += 1
      at += 1
    } else if (inC && digits >= 2) {
      codes += 1
      at += 2
    } else if (inC) {
      codes += 1
      inC = false
    } else if (digits >= (at + digits === text.length ? RUN_END : RUN_MIDDLE)) {
      codes += (digits % 2) + 1
      at += digits % 2
      inC = true
    } else {
      codes += 1
      at += 1
    }
  }
  return codes * MODULES_PER_CODE + STOP_MODULES
}

/** Data codewords of the square ECC 200 symbols by their side in modules (ISO/IEC 16022, table 7). */
const MATRIX = [
  [10, 3],
  [12, 5],
  [14, 8],
  [16, 12],
  [18, 18],
  [20, 22],
  [22, 30],
  [24, 36],
  [26, 44],
  [32, 62],
  [36, 86],
  [40, 114],
  [44, 144],
  [48, 174],
  [52, 204],
] as const

/** Side of a GS1 DataMatrix in modules, without its quiet zone of one module. */
export function matrixModules(elements: readonly Element[]): number {
  const text = FNC1 + joined(elements, FNC1)
  const codewords = text.replace(/\d\d/g, '.').length
  const fits = MATRIX.find(([, capacity]) => codewords <= capacity)
  if (fits === undefined) throw new RangeError(`${codewords} codewords fit into no square symbol`)
  return fits[0]
}

/** Bytes that fit into QR versions 1 to 10 at error correction M (ISO/IEC 18004, table 7). */
const QR = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213]
/** Quiet zone of a QR code, in modules. */
export const QR_QUIET_MODULES = 4

/** Side of a QR code in modules, without its quiet zone. */
export function qrModules(text: string): number {
  const at = QR.findIndex(bytes => text.length <= bytes)
  if (at < 0) throw new RangeError(`${text.length} bytes fit into no QR code of a label`)
  return 17 + 4 * (at + 1)
}

/** Ten times the part of its size that a character is wide, at most, in the fonts that labels are drawn with. */
const WIDE = /[MWmw@%&—–…]/
const NARROW = /[iljtfrI.,:;'|!()[\]\s1-]/

/** Width of a line of text that is 1 mm high, in mm: an estimate from above. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) {
    if (character > '\u024f') width += 1
    else if (WIDE.test(character)) width += 0.85
    else if (NARROW.test(character)) width += 0.4
    else width += /[A-Z]/.test(character) ? 0.66 : 0.56
  }
  return width
}

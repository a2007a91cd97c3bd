import { bracketed, joined } from './element.ts'
import type { Layout, Mark } from './layout.ts'
import { plain } from './plain.ts'

export type Dpi = 203 | 300
// Zebra's printers have 8 and 11.8 dots per mm.
const DOTS_PER_MM: Record<Dpi, number> = { 203: 8, 300: 300 / 25.4 }

/** A field may carry any text: what would be a command, or the hex indicator itself, travels as its hex code. */
const COMMANDING = /[\^~\\]/g

/**
 * Field data that adds no command, whatever it is made of: control characters are gone, and `^`, `~` and the hex
 * indicator are escaped. `^FH\` makes the backslash the indicator, so that `_` stays the escape of DataMatrix.
 */
export function field(text: string): string {
  const safe = plain(text).replace(COMMANDING, character => `\\${character.charCodeAt(0).toString(16).toUpperCase()}`)
  return `^FH\\^FD${safe}^FS`
}

/** The label in ZPL II, UTF-8, printed so many times. */
export function zplOf(layout: Layout, { dpi, copies = 1 }: { dpi: Dpi; copies?: number }): string {
  const dots = (mm: number) => Math.round(mm * DOTS_PER_MM[dpi])
  const lines = layout.marks.flatMap(mark => drawn(mark, dots))
  return [
    '^XA^CI28',
    `^PW${dots(layout.width)}^LL${dots(layout.height)}^LH0,0`,
    ...lines,
    `^PQ${copies}`,
    '^XZ',
    '',
  ].join('\n')
}

function drawn(mark: Mark, dots: (mm: number) => number): string[] {
  const origin = `^FO${dots(mark.x)},${dots(mark.y)}`
  const module = 'module' in mark ? Math.max(1, dots(mark.module)) : 0
  switch (mark.kind) {
    case 'text': {
      const size = dots(mark.size)
      const line = (shift: number) =>
        `^FO${dots(mark.x) + shift},${dots(mark.y)}^A0N,${size},${size}${field(mark.text)}`
      // The printer's font has one weight: bold is struck twice, a dot apart.
      return mark.bold ? [line(0), line(Math.max(1, Math.round(size / 24)))] : [line(0)]
    }
    case 'frame':
      return [`${origin}^GB${dots(mark.width)},${dots(mark.height)},${Math.max(1, dots(mark.line))}^FS`]
    case 'bars':
      // Mode D takes element strings in brackets and sets FNC1 itself.
      return [`^BY${module}${origin}^BCN,${dots(mark.height)},N,N,N,D${field(bracketed(mark.elements))}`]
    case 'matrix':
      return [`${origin}^BXN,${module},200,,,,_${field(`_1${joined(mark.elements, '_1')}`)}`]
    case 'qr':
      return [`${origin}^BQN,2,${Math.min(10, module)}${field(`MA,${mark.text}`)}`]
  }
}

import { FlowError } from '@flowviz/contract/error'
import { bracketed } from './element.ts'
import { barModules, matrixModules, QR_QUIET_MODULES, QUIET_MODULES, qrModules, textWidth } from './extent.ts'
import type { Layout, Mark, Paper } from './layout.ts'
import { plain } from './plain.ts'
import type { Line, Rows, Words } from './words.ts'

/** Widths of one module in mm, the best first; each is a whole number of dots at 203 dpi and nearly one at 300. */
const BAR_MODULES = [0.5, 0.375, 0.25]
const MATRIX_MODULES = [0.75, 0.625, 0.5, 0.375]
const QR_MODULES = [0.5, 0.375]
/** Words are drawn at these parts of their size until they fit. */
const SCALES = [1.2, 1, 0.85, 0.7, 0.6, 0.5]
/** Nobody reads less than this, mm. */
const SIZE_MIN = 1.8
/** A dot is no whole part of a millimetre: what is rounded still stays within this part. */
const SLACK = 1.03
const HRI_SIZE = 3
const LINE_HEIGHT = 1.25
const GAP = 1.5

interface Column {
  marks: Mark[]
  width: number
  bottom: number
}

/**
 * Gives everything on a label its place: barcodes below and to the right, words in what is left. Where the paper is too
 * small for all barcodes, the QR code goes first, then the bars; the DataMatrix carries the same.
 * @throws FlowError label_too_small.
 */
export function arrange(words: Words, paper: Paper): Layout {
  const bare = { ...words, link: null }
  for (const choice of words.bars_needed ? [words, bare] : [words, bare, { ...bare, bars: [[]] }]) {
    for (const rows of choice.bars) {
      const marks = placed(choice, rows, paper)
      if (marks !== null) return { ...paper, marks }
    }
  }
  throw new FlowError('label_too_small', `The label does not fit on ${paper.width} x ${paper.height} mm.`)
}

function placed(words: Words, rows: Rows, paper: Paper): Mark[] | null {
  const margin = (paper.width < 60 ? 2 : 3) + (words.framed ? 2 : 0)
  const stack = barStack(rows, paper, margin)
  if (stack === null) return null
  const column = codeColumn(words, { right: paper.width - margin, top: margin, bottom: stack.top })
  if (column === null) return null
  const area = { width: paper.width - 2 * margin - column.width, height: stack.top - margin }
  const text = textBlock(words.lines, area, margin)
  if (text === null) return null
  const frame: Mark[] = words.framed
    ? [{ kind: 'frame', x: 1, y: 1, width: paper.width - 2, height: paper.height - 2, line: 1.5 }]
    : []
  return [...frame, ...text, ...column.marks, ...stack.marks]
}

/** Rows of bars with their human readable text, from the lower edge upwards. */
function barStack(rows: Rows, paper: Paper, margin: number): { marks: Mark[]; top: number } | null {
  const inner = paper.width - 2 * margin
  const height = Math.min(30, Math.max(8, paper.height * 0.13))
  const marks: Mark[] = []
  let top = paper.height - margin
  for (const elements of rows.toReversed()) {
    const modules = barModules(elements) + 2 * QUIET_MODULES
    const module = BAR_MODULES.find(width => modules * width * SLACK <= inner)
    if (module === undefined) return null
    const text = bracketed(elements)
    const size = Math.min(HRI_SIZE, inner / textWidth(text))
    if (size < SIZE_MIN) return null
    const x = margin + QUIET_MODULES * module
    marks.push({ kind: 'text', x, y: top - size, size, bold: false, text })
    marks.push({ kind: 'bars', x, y: top - size - 1 - height, height, module, elements })
    top -= size + 1 + height + GAP
  }
  return { marks, top }
}

/** DataMatrix and QR code one above the other at the right edge. */
function codeColumn(words: Words, at: { right: number; top: number; bottom: number }): Column | null {
  const side = matrixModules(words.matrix)
  const room = { width: at.right * 0.45, height: at.bottom - at.top }
  const module = MATRIX_MODULES.find(mm => (side + 2) * mm * SLACK <= Math.min(room.width, room.height))
  if (module === undefined) return null
  const width = (side + 2) * module * SLACK
  const matrix: Mark = {
    kind: 'matrix',
    x: at.right - width + module,
    y: at.top + module,
    module,
    elements: words.matrix,
  }
  const first = { marks: [matrix], width: width + GAP, bottom: at.top + width }
  return words.link === null ? first : withLink(first, words.link, { room, right: at.right, bottom: at.bottom })
}

function withLink(
  column: Column,
  link: string,
  { room, right, bottom }: { room: { width: number }; right: number; bottom: number },
): Column | null {
  const modules = qrModules(link) + 2 * QR_QUIET_MODULES
  const free = Math.min(room.width, bottom - column.bottom - GAP)
  const module = QR_MODULES.find(mm => modules * mm * SLACK <= free)
  if (module === undefined) return null
  const width = modules * module * SLACK
  const quiet = QR_QUIET_MODULES * module
  const qr: Mark = { kind: 'qr', x: right - width + quiet, y: column.bottom + GAP + quiet, module, text: link }
  return {
    marks: [...column.marks, qr],
    width: Math.max(column.width, width + GAP),
    bottom: column.bottom + GAP + width,
  }
}

/** All lines at the largest scale at which they fit; null when they fit at none. */
function textBlock(lines: readonly Line[], area: { width: number; height: number }, margin: number): Mark[] | null {
  for (const scale of SCALES) {
    const marks: Mark[] = []
    let y = margin
    let fits = true
    for (const { text, bold, size: full, lines_max } of lines) {
      const size = Math.max(SIZE_MIN, full * scale)
      const parts = wrapped(plain(text), area.width / size)
      if (parts.length > lines_max) fits = false
      for (const part of parts) {
        marks.push({ kind: 'text', x: margin, y, size, bold, text: part })
        y += size * LINE_HEIGHT
      }
    }
    if (fits && y - margin <= area.height) return marks
  }
  return null
}

/** Lines of at most so many times their height, broken at spaces, and within a word where it is too long itself. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const character of word) {
      if (line !== '' && textWidth(line + character) > width) {
        lines.push(line)
        line = ''
      }
      line += character
    }
  }
  return line === '' ? lines : [...lines, line]
}

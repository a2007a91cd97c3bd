// Its named export `raw` is a symbology of that name.
import bwip, { type RawOptions } from 'bwip-js/node'
import { bracketed } from './element.ts'
import type { Layout, Mark } from './layout.ts'
import { plain } from './plain.ts'

const FONT = "'DejaVu Sans Condensed', 'Arial Narrow', Arial, sans-serif"
/** Where the base line of a line of text lies, as a part of its size. */
const BASE = 0.82

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => plain(text).replace(/[&<>"']/g, character => ESCAPES[character]!)
const mm = (value: number) => String(Number(value.toFixed(3)))

/** The label as an SVG image of its true size, for a preview or an office printer. */
export function svgOf({ width, height, marks }: Layout): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...marks.map(drawn),
    '</svg>',
    '',
  ].join('\n')
}

function drawn(mark: Mark): string {
  switch (mark.kind) {
    case 'text': {
      const weight = mark.bold ? ' font-weight="700"' : ''
      const place = `x="${mm(mark.x)}" y="${mm(mark.y + mark.size * BASE)}"`
      return `<text ${place} font-family="${FONT}" font-size="${mm(mark.size)}"${weight}>${escaped(mark.text)}</text>`
    }
    case 'frame': {
      const inner = `width="${mm(mark.width - mark.line)}" height="${mm(mark.height - mark.line)}"`
      const place = `x="${mm(mark.x + mark.line / 2)}" y="${mm(mark.y + mark.line / 2)}"`
      return `<rect ${place} ${inner} fill="none" stroke="#000" stroke-width="${mm(mark.line)}"/>`
    }
    case 'bars':
      return path(bars(mark))
    case 'matrix':
      return path(cells(mark, symbol('gs1datamatrix', bracketed(mark.elements))))
    case 'qr':
      return path(cells(mark, symbol('qrcode', mark.text)))
  }
}

const path = (d: string) => `<path d="${d}" fill="#000" shape-rendering="crispEdges"/>`
const rectangle = (x: number, y: number, [width, height]: [number, number]) =>
  `M${mm(x)} ${mm(y)}h${mm(width)}v${mm(height)}h${mm(-width)}z`

interface Symbol {
  /** Widths of bars and spaces by turns. */
  sbs?: number[]
  pixs?: number[]
  pixx?: number
}
const symbol = (bcid: string, text: string) =>
  bwip.raw({ bcid, text, ...(bcid === 'qrcode' ? { eclevel: 'M' } : {}) } as RawOptions)[0] as Symbol

function bars({ x, y, height, module, elements }: Extract<Mark, { kind: 'bars' }>): string {
  const { sbs = [] } = symbol('gs1-128', bracketed(elements))
  let at = x
  return sbs
    .map((modules, index) => {
      const left = at
      at += modules * module
      return index % 2 === 0 ? rectangle(left, y, [modules * module, height]) : ''
    })
    .join('')
}

function cells({ x, y, module }: Extract<Mark, { kind: 'matrix' | 'qr' }>, { pixs = [], pixx = 1 }: Symbol): string {
  let d = ''
  for (let at = 0; at < pixs.length; at += 1) {
    const column = at % pixx
    if (pixs[at] !== 1 || (column > 0 && pixs[at - 1] === 1)) continue
    let run = 1
    while (column + run < pixx && pixs[at + run] === 1) run += 1
    d += rectangle(x + column * module, y + Math.floor(at / pixx) * module, [run * module, module])
  }
  return d
}

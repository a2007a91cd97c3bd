import type { Sheet } from './sheet.ts'
import { timeOf } from './words.ts'

export interface Curve {
  points: readonly { at: string; value: string | null }[]
  unit: string
  low: string | null
  high: string | null
}

const HEIGHT = 110
const LEFT = 40
const BELOW = 14
/** Marks that are nearer to each other could not be read. */
const LINE = 8

/** An excursion as a line over time, with its limits dashed. A missing value is a gap, never a line across it. */
export function drawCurve(sheet: Sheet, { points, unit, low, high }: Curve): void {
  const values = [...points.map(({ value }) => value), low, high].flatMap(value =>
    value === null ? [] : [Number(value)],
  )
  const times = points.map(({ at }) => Date.parse(at))
  if (times.length < 2 || values.length === 0) return
  const [first, last] = [times[0]!, times.at(-1)!]
  const bottom = Math.min(...values)
  const span = Math.max(...values) - bottom || 1
  sheet.draw(HEIGHT, (pdf, { left, top, width, height }) => {
    const right = left + width
    const x = (ms: number) => left + LEFT + ((ms - first) / (last - first || 1)) * (width - LEFT)
    const y = (value: number) => top + 6 + (1 - (value - bottom) / span) * (height - BELOW - 12)
    const mark = (value: number, text: string) =>
      pdf.text(text, left, y(value) - 4, { width: LEFT - 4, align: 'right' })
    for (const limit of [low, high]) {
      if (limit === null) continue
      const at = y(Number(limit))
      pdf
        .moveTo(left + LEFT, at)
        .lineTo(right, at)
        .dash(3, { space: 2 })
        .lineWidth(0.6)
        .strokeColor('#aa0000')
        .stroke()
      pdf.undash()
      mark(Number(limit), `limit ${limit}`)
    }
    for (const value of readable(values, { limits: [low, high], y })) mark(value, String(value))
    let drawing = false
    for (const [at, { value }] of points.entries()) {
      if (value !== null) {
        const [px, py] = [x(times[at]!), y(Number(value))]
        if (drawing) pdf.lineTo(px, py)
        else pdf.moveTo(px, py)
      }
      drawing = value !== null
    }
    pdf.lineWidth(1).strokeColor('#000000').stroke()
    const foot = top + height - BELOW + 2
    pdf.text(timeOf(points[0]!.at), left + LEFT, foot, { width: 200 })
    pdf.text(`${timeOf(points.at(-1)!.at)}   ${unit}`, right - 220, foot, { width: 220, align: 'right' })
  })
}

/** The lowest and the highest value, as far as their marks stand clear of those of the limits. */
function readable(
  values: readonly number[],
  { limits, y }: { limits: readonly (string | null)[]; y: (value: number) => number },
): number[] {
  const taken = limits.flatMap(limit => (limit === null ? [] : [y(Number(limit))]))
  const ends = new Set([Math.min(...values), Math.max(...values)])
  return [...ends].filter(value => taken.every(at => Math.abs(at - y(value)) > LINE))
}

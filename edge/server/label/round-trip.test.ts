import { createRequire } from 'node:module'
import type { LabelContent } from '@flowviz/contract/label'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { bracketed } from './element.ts'
import { layoutOf } from './label.ts'
import { svgOf } from './svg.ts'
import { anyLabel } from './testing/any-label.ts'
import { rasterOf } from './testing/raster.ts'
import { loadDecoder, type ReadLabel, readLabel } from './testing/read.ts'
import { wordsOf } from './words.ts'
import { type Dpi, zplOf } from './zpl.ts'

type Renderer = typeof import('zpl-renderer-js')
const SEED = 20_261_125
const LABELS = 200
const IMAGES = 60
const DOTS_PER_MM: Record<Dpi, number> = { 203: 8, 300: 12 }

// Its module build finds no crypto in Node.
const { ready } = createRequire(import.meta.url)('zpl-renderer-js') as Renderer
beforeAll(loadDecoder)

const paperOf = ({ label }: LabelContent) => ({ width_mm: 102, height_mm: label === 'pallet' ? 150 : 100 })

/** What a label has to say to a scanner. */
function said(label: LabelContent): ReadLabel {
  const { matrix, link } = wordsOf(label)
  const elements = matrix.map(element => bracketed([element])).sort()
  return { bars: label.label === 'hold' ? [] : elements, matrix: elements, links: link === null ? [] : [link] }
}

test(`${LABELS} labels of any kind are printed, looked at and read: the same elements come back (seed ${SEED})`, async () => {
  const { api } = await ready
  for (const [at, label] of fc.sample(anyLabel, { numRuns: LABELS, seed: SEED }).entries()) {
    const { width_mm, height_mm } = paperOf(label)
    const dpi: Dpi = at % 4 === 0 ? 300 : 203
    const zpl = zplOf(layoutOf(label, paperOf(label)), { dpi })
    const png = await api.zplToBase64Async(zpl, width_mm, height_mm, DOTS_PER_MM[dpi])
    expect(await readLabel(Buffer.from(png, 'base64')), `label ${at}: ${JSON.stringify(label)}`).toEqual(said(label))
  }
}, 900_000)

test(`the image of a label reads as its print does, on ${IMAGES} labels (seed ${SEED})`, async () => {
  for (const [at, label] of fc.sample(anyLabel, { numRuns: IMAGES, seed: SEED + 1 }).entries()) {
    const image = rasterOf(svgOf(layoutOf(label, paperOf(label))), 12)
    expect(await readLabel(image), `label ${at}: ${JSON.stringify(label)}`).toEqual(said(label))
  }
}, 300_000)

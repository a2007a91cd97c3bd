import { parseScan } from '@flowviz/contract/gs1/scan'
import bwip from 'bwip-js'
import { expect, test } from 'vitest'
import { LAYOUT, LAYOUT_BARS, REFERENCE, REFERENCE_BARS, REFERENCE_MATRIX } from './reference-code.ts'

const GS1 = '(01)09521234543213(10)LAB-42(17)271231'

interface Drawn {
  sbs?: number[]
  pixs?: number[]
}
const drawn = (bcid: string, text: string) =>
  (bwip as unknown as { raw: (o: object) => Drawn[] }).raw({ bcid, text })[0]!

test('the codes that the lab shows are those of an encoder that is not ours', () => {
  expect(drawn('gs1-128', GS1).sbs!.join('')).toBe(REFERENCE_BARS)
  expect(drawn('gs1datamatrix', GS1).pixs!.join('')).toBe(REFERENCE_MATRIX.join(''))
  expect(drawn('code128', LAYOUT).sbs!.join('')).toBe(LAYOUT_BARS)
})

test('the reference is a GS1 label with a separator that matters', () => {
  expect(parseScan(`]C1${REFERENCE}`)).toMatchObject({
    elements: [
      { ai: '01', value: '09521234543213' },
      { ai: '10', value: 'LAB-42' },
      { ai: '17', value: '271231' },
    ],
  })
})

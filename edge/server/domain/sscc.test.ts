import { expect, test } from 'vitest'
import { refusal } from '../writer/testing/box.ts'
import { ssccOf } from './sscc.ts'

test('an SSCC is read bare, as scanned and as printed; a digit that is wrong is found', () => {
  // The example of the GS1 General Specifications.
  for (const text of ['106141412345678908', '00106141412345678908', '(00)106141412345678908'])
    expect(ssccOf(text)).toBe('106141412345678908')
  for (const text of [
    '106141412345678907',
    '016141412345678908',
    '10614141234567890',
    '',
    '(00)',
    'x06141412345678908',
  ])
    expect(refusal(() => ssccOf(text))).toBe('sscc_invalid')
})

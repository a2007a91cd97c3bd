import { DelimitedFramer } from '../../scale/delimited.ts'
import { sevenBit } from '../../scale/fit.ts'
import type { Framer } from '../../scale/protocol.ts'
import type { GenericSettings } from './settings.ts'

const ENDS: Readonly<Record<string, string>> = { crlf: '\r\n', cr: '\r', lf: '\n', etx: '\x03' }

export type Shape = Pick<GenericSettings, 'start' | 'terminator' | 'length_max' | 'mask_bit7'>

const ofHex = (hex: string): string => Buffer.from(hex, 'hex').toString('latin1')

/** What begins and what ends a frame, as text of the bits that are looked at. */
export function marksOf({ start, terminator, mask_bit7 }: Shape): { begin: string; end: string } {
  const mask = (text: string) => (mask_bit7 ? sevenBit(Buffer.from(text, 'latin1')) : text)
  return { begin: mask(ofHex(start)), end: mask(ENDS[terminator] ?? ofHex(terminator)) }
}

/** Cuts bytes by the marks that are set. Where nothing begins a frame it is a line. */
export function genericFramer(shape: Shape, noise: (bytes: number) => void): Framer {
  const { begin, end } = marksOf(shape)
  const { length_max, mask_bit7 } = shape
  return new DelimitedFramer(
    { end, length_max, mask7: mask_bit7, ...(begin === '' ? {} : { begin: text => text.lastIndexOf(begin) }) },
    noise,
  )
}

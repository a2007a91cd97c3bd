import type { Hearing } from '../../scale/hearing.ts'
import { NOISE, type Said } from '../../scale/said.ts'
import { type Decoded, decode } from './decode.ts'
import { SicsFramer } from './frame.ts'
import { STATUS_REASON } from './measurement.ts'

/** MT-SICS on a line where another host asks, or where the scale was told to repeat. */
export const sicsHearing: Hearing = {
  dialects: [{}],
  framer: (_, noise) => new SicsFramer(noise),
  decode: frame => saidOf(decode(frame)),
}

function saidOf(decoded: Decoded): Said {
  switch (decoded.kind) {
    case 'weight':
      return {
        kind: 'weight',
        value: decoded.value,
        unit: decoded.unit,
        stable: decoded.stable,
        basis: 'unknown',
      }
    case 'status':
      return { kind: 'status', reason: STATUS_REASON[decoded.code] }
    case 'info':
      return { kind: 'info', text: decoded.strings.join(', ') }
    case 'ack':
      return { kind: 'ack', done: true }
    case 'error':
      return { kind: 'ack', done: false, detail: decoded.code }
    case 'noise':
      return NOISE
  }
}

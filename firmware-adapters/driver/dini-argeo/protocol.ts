import type { ScaleProtocol } from '../../scale/protocol.ts'
import { ABOUT } from './about.ts'
import { decode } from './decode.ts'
import { diniFramer } from './frame.ts'
import { type DiniSettings, SCHEMA } from './settings.ts'

/** Indicators of Dini Argeo (3590, DGT, DFW), alone or several on one RS-485 line. */
export const diniArgeo: ScaleProtocol<DiniSettings> = {
  id: 'dini-argeo',
  about: ABOUT,
  schema: SCHEMA,
  defaults: { modes: ['poll', 'stream', 'print'], poll_ms: 250, timeout_ms: 1_000 },
  framer: (_settings, noise) => diniFramer(noise),
  decode,
  commands({ address, question, alibi }) {
    const command = (text: string) => new TextEncoder().encode(`${address}${text}\r\n`)
    return {
      weight: command(question),
      ...(alibi ? { stable_weight: command('PID') } : {}),
      tare: command('TARE'),
      clear_tare: command('CLEAR'),
      zero: command('ZERO'),
      identify: command('VER'),
    }
  },
  acknowledges: true,
}

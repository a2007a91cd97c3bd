import type { ScaleProtocol } from '../../scale/protocol.ts'
import { ABOUT } from './about.ts'
import { decode } from './decode.ts'
import { riceLakeFramer } from './frame.ts'
import { type RiceLakeSettings, SCHEMA } from './settings.ts'

const STX = '\x02'

/** Indicators of Rice Lake: one of their streams, or asked by their EDP commands. */
export const riceLake: ScaleProtocol<RiceLakeSettings> = {
  id: 'rice-lake',
  about: ABOUT,
  schema: SCHEMA,
  defaults: { modes: ['stream', 'print', 'poll'], poll_ms: 250, timeout_ms: 2_000 },
  framer: riceLakeFramer,
  decode,
  dialects: [{}, { dialect: 'cardinal' }, { dialect: 'weigh-tronix' }, { mode: 'poll' }],
  commands({ ask_for, address }) {
    const command = (text: string) => new TextEncoder().encode(`${address && STX + address}${text}\r`)
    return {
      weight: command(ask_for === 'net' ? 'XN' : 'XG'),
      tare: command('KTARE'),
      clear_tare: command('KCLRTAR'),
      zero: command('KZERO'),
    }
  },
  // In between a stream the answer is not framed like the rest, so what it shows is the proof.
  acknowledges: ({ mode }) => mode === 'poll',
}

import type { ScaleProtocol } from '../../scale/protocol.ts'
import { ABOUT } from './about.ts'
import { decode } from './decode.ts'
import { smaFramer } from './frame.ts'
import { SCHEMA, type SmaSettings } from './settings.ts'

const command = (letter: string) => new TextEncoder().encode(`\n${letter}\r`)

/** The protocol of the Scale Manufacturers Association, SCP-0499, levels 1 and 2. */
export const sma: ScaleProtocol<SmaSettings> = {
  id: 'sma',
  about: ABOUT,
  schema: SCHEMA,
  defaults: { modes: ['poll', 'stream', 'print'], poll_ms: 250, timeout_ms: 1_000 },
  framer: (_settings, noise) => smaFramer(noise),
  decode,
  commands: ({ level, high_res }) => ({
    weight: command(level === 2 && high_res ? 'H' : 'W'),
    ...(level === 2 ? { stable_weight: command(high_res ? 'Q' : 'P') } : {}),
    tare: command('T'),
    clear_tare: command('C'),
    zero: command('Z'),
    identify: command('A'),
    identify_more: command('B'),
  }),
  // By a weight like any other, whose status tells what was refused.
  acknowledges: true,
}

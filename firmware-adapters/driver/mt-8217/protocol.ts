import type { ScaleProtocol } from '../../scale/protocol.ts'
import { ABOUT } from './about.ts'
import { decode } from './decode.ts'
import { replyFramer } from './frame.ts'

const letter = (command: string) => new TextEncoder().encode(command)

/** Mettler Toledo (NCR) 8217 of point-of-sale scales; single letters without an end command it. */
export const mt8217: ScaleProtocol = {
  id: 'mt-8217',
  about: ABOUT,
  schema: {},
  defaults: { modes: ['poll'], poll_ms: 250, timeout_ms: 500 },
  framer: (_, noise) => replyFramer(noise),
  decode,
  commands: () => ({
    // A host before us may have left the echo on, and then replies lose their end.
    prepare: letter('F'),
    weight: letter('W'),
    tare: letter('T'),
    clear_tare: letter('C'),
    zero: letter('Z'),
  }),
  acknowledges: true,
}

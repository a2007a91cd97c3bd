import type { ScaleProtocol } from '../../scale/protocol.ts'
import { ABOUT } from './about.ts'
import { decode } from './decode.ts'
import { EcrFramer } from './frame.ts'

const ENQ = Uint8Array.of(0x05)
const DC1 = Uint8Array.of(0x11)

/** CAS scales at a till (PD, AD, ER), ECR type 6: the scale is called, acknowledges, and is then asked. */
export const casEcr6: ScaleProtocol = {
  id: 'cas-ecr6',
  about: ABOUT,
  schema: {},
  defaults: { modes: ['poll'], poll_ms: 250, timeout_ms: 1_000 },
  framer: (_settings, noise) => new EcrFramer(noise),
  decode,
  commands: () => ({ call: ENQ, weight: DC1 }),
  acknowledges: false,
}

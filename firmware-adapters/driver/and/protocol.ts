import Type from 'typebox'
import type { ScaleProtocol } from '../../scale/protocol.ts'
import { TEXT_DIALECTS, TEXT_SETTINGS, TextFramer, type TextSettings } from '../../scale/text-line.ts'
import { ABOUT } from './about.ts'
import { decode } from './decode.ts'

type Family = 'balance' | 'indicator' | 'clone'

export interface AndSettings extends TextSettings {
  family: Family
  address: number | null
  error_codes: boolean
}

/** A&D balances and indicators (AD-44xx), and the many scales that print `ST,GS,...`. */
export const and: ScaleProtocol<AndSettings> = {
  id: 'and',
  about: ABOUT,
  schema: {
    family: Type.Enum(['balance', 'indicator', 'clone'] as Family[], {
      title: 'Commands of',
      description: 'balance: Q, Z, T. indicator: RW, MZ, MT, CT. clone: none; it streams or prints.',
      default: 'balance',
    }),
    address: Type.Union([Type.Integer({ minimum: 0, maximum: 99 }), Type.Null()], {
      title: 'Address on RS-485',
      description: 'Only for an indicator that is addressed as @nn.',
      default: null,
    }),
    error_codes: Type.Boolean({
      title: 'Answers commands',
      description: 'The balance is set to answer commands with ACK or an error code (ErCd). Indicators always answer.',
      default: false,
    }),
    ...TEXT_SETTINGS,
  },
  defaults: { modes: ['poll', 'stream', 'print'], poll_ms: 250, timeout_ms: 500 },
  framer: ({ terminator }, noise) => new TextFramer(terminator, noise),
  decode,
  dialects: TEXT_DIALECTS,
  // CAS calls this its form of 18 bytes, and many print it.
  typical: /^(?:@\d\d)?(?:ST|US|QT|HD|OL),(?:[A-Z]{2},)?[ +-][ \d.]{7,8}[ A-Za-z%]{2,3}[\r\n]{1,2}$/,
  commands: ({ family, address }) => {
    const at = address == null ? '' : `@${String(address).padStart(2, '0')}`
    const command = (text: string) => new TextEncoder().encode(`${at}${text}\r\n`)
    if (family === 'clone') return {}
    if (family === 'indicator')
      return { weight: command('RW'), zero: command('MZ'), tare: command('MT'), clear_tare: command('CT') }
    return { weight: command('Q'), zero: command('Z'), tare: command('T') }
  },
  acknowledges: ({ family, error_codes }) => family === 'indicator' || error_codes,
}

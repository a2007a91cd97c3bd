import { best, LIKELY, type Match } from './match.ts'
import { modbusHeard } from './modbus-match.ts'
import { FORMAT_OF, type ParitySeen, parityOf } from './parity.ts'
import { scaleMatches } from './scale-match.ts'

/** What bytes of a line are taken for. */
export interface Recognised {
  /** What speaks like this, the likeliest first; empty when nothing is likelier than chance. */
  matches: Match[]
  parity: ParitySeen | null
  /** The line format that the parity means. */
  format: '8N1' | '7E1' | '7O1' | null
  modbus: { units: number[]; foreign_master: boolean } | null
}

/** Looks for every protocol that we know. Pure; random bytes give no match. */
export function recognise(bytes: Uint8Array): Recognised {
  const heard = modbusHeard(bytes)
  const all = [...scaleMatches(bytes), ...(heard.match === null ? [] : [heard.match])]
  const matches = best(all.filter(({ score }) => score > LIKELY))
  const parity = parityOf(bytes)
  const { units, foreign_master } = heard
  return {
    matches,
    parity,
    format: parity === null ? null : FORMAT_OF[parity],
    modbus: matches[0]?.driver === 'modbus' ? { units, foreign_master } : null,
  }
}

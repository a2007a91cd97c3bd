/** Longer than any lot code, the supplier's included. */
const CODE_LENGTH_MAX = 60

/** Identifiers of symbols that say nothing of GS1. */
const PLAIN = /^\](?:C0|A\d|G0|Q[01]|d[01]|L[0-2])/i
const bare = (symbol: string) => symbol.replaceAll(/\p{Cc}/gu, '').trim()

/** The text of one symbol that may be a lot code, without the identifier of a plain code and what scanners put around. */
export function plainCode(symbols: readonly string[]): string | null {
  const text = symbols.length === 1 ? bare(symbols[0]!).replace(PLAIN, '') : ''
  return text !== '' && text.length <= CODE_LENGTH_MAX ? text : null
}

/** The code on the only plain symbol of an item: its lot, where the others say what it is. */
export function plainCodeBeside(symbols: readonly string[]): string | null {
  return plainCode(symbols.filter(symbol => PLAIN.test(bare(symbol))))
}

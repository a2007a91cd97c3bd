/** The signs of an invitation: none that is taken for another. */
export const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const CODE_LENGTH = 8

const GROUP = 4

/** The signs of a code out of what was typed, scanned or stands behind an address; null when it is none. */
export function codeOf(text: string): string | null {
  const behind = text.includes('#') ? text.slice(text.lastIndexOf('#') + 1) : text
  const signs = behind.toUpperCase().replace(/[\s-]/g, '')
  return signs.length === CODE_LENGTH && [...signs].every(sign => SIGNS.includes(sign)) ? signs : null
}

/** As it is printed: `7K3M-XQ2P`, with dots for what is missing. */
export function shownCode(signs: string): string {
  const filled = signs.padEnd(CODE_LENGTH, '·')
  return `${filled.slice(0, GROUP)}-${filled.slice(GROUP)}`
}

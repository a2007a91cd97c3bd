const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  n: 'ñ',
  c: 'ç',
  s: 'š',
  A: 'Å',
  E: 'É',
  I: 'Î',
  O: 'Ö',
  U: 'Û',
  N: 'Ñ',
}
const GROWTH = 0.4

/** A sentence as a longer language would have it; what stands in braces stays. */
export function pseudo(text: string): string {
  const accented = text.replaceAll(/\{[\w ]+\}|./gsu, part => (part.length > 1 ? part : (ACCENTS[part] ?? part)))
  const more = Math.ceil(text.replaceAll(/\{[\w ]+\}/g, '').length * GROWTH)
  // Words of five letters, so that the growth may break where a longer sentence would.
  return `[${accented}${' ooooo'.repeat(Math.ceil(more / 6)).slice(0, more)}]`
}

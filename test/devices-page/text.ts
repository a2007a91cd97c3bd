/** A heading and the anchor that it is linked by, as GitHub makes it. */
export const heading = (level: number, text: string) => `${'#'.repeat(level)} ${text}`

export const anchorOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

export const linkTo = (text: string, shown: string) => `[${shown}](#${anchorOf(text)})`

export const list = (items: readonly string[]) => items.map(item => `- ${item}`).join('\n')

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

export function table(names: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(names), line(names.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Parts of a page, with an empty line between them; empty parts are left out. */
export const paragraphs = (...parts: readonly (string | undefined)[]) =>
  parts.filter(part => part !== undefined && part !== '').join('\n\n')

interface Document {
  type: string
  number: string
}

/** Reference documents in one line: `bol 4711; po 88`. */
export function documentsText(documents: readonly Document[]): string {
  return documents.map(({ type, number }) => `${type} ${number}`).join('; ')
}

/** Reads what `documentsText` wrote. */
export function documentsIn(text: string): Document[] {
  if (text === '') return []
  return text.split('; ').map(one => {
    const cut = one.indexOf(' ')
    return { type: one.slice(0, cut), number: one.slice(cut + 1) }
  })
}

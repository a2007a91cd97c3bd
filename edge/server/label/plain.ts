/** Everything that is no character to be read: controls, marks of direction, lone surrogates, line separators. */
const UNREADABLE = /[\p{C}\p{Zl}\p{Zp}]/gu

/** A line of text as a label may carry it: readable characters alone, single spaces. */
export const plain = (text: string): string => text.replace(UNREADABLE, ' ').replace(/\s+/g, ' ').trim()

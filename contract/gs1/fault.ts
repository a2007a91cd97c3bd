/** Why a scan or a set of elements is refused. Stable: screens choose words by them. */
export type Gs1Code =
  | 'gs1_empty'
  | 'gs1_syntax'
  | 'gs1_symbology'
  | 'gs1_unknown_ai'
  | 'gs1_unsupported'
  | 'gs1_length'
  | 'gs1_character'
  | 'gs1_check_digit'
  | 'gs1_date'
  | 'gs1_content'
  | 'gs1_repeated'
  | 'gs1_requires'
  | 'gs1_excludes'
  | 'gs1_link'
  | 'gs1_not_carried'

/** A refusal: `at` is the offset, in the text that was handed in, of the first character that is wrong. */
export interface Fault {
  ok: false
  code: Gs1Code
  at: number
  message: string
  hint: string
}

const HINTS: Record<Gs1Code, string> = {
  gs1_empty: 'Scan again: the scanner sent nothing that could be read.',
  gs1_syntax: 'Write every element as (AI)value, for example (01)09521234543213(10)LOT42.',
  gs1_symbology: 'Let the scanner send the AIM symbology identifier, and scan a GS1 symbol.',
  gs1_unknown_ai: 'A separator may be lost, or the symbol is no GS1 symbol. Let the scanner send GS (0x1D).',
  gs1_unsupported: 'Coupons are for a shop. Type the lot or the GTIN by hand.',
  gs1_length: 'A separator may be lost, or a digit is missing. Let the scanner send GS (0x1D), or scan again.',
  gs1_character: 'Scan again; if it stays, the label carries a character that GS1 does not allow there.',
  gs1_check_digit: 'One digit is wrong: scan again, or compare the number with the label.',
  gs1_date: 'The label carries a date that no calendar has. Put the goods aside and ask the supplier.',
  gs1_content: 'The label carries a value that GS1 does not allow there. Ask whoever printed it.',
  gs1_repeated: 'Two symbols of this item disagree. Scan only the symbols of one item.',
  gs1_requires: 'Scan the other symbols of the same label too.',
  gs1_excludes: 'Scan only the symbols of one item, or ask whoever printed the label.',
  gs1_link: 'Check the address against https://id.gs1.org/01/{GTIN}/10/{lot}.',
  gs1_not_carried: 'Choose another form of the label, or leave this element out.',
}

/** The refusal of a whole text. */
export function fault(code: Gs1Code, at: number, message: string): Fault {
  return { ok: false, code, at, message, hint: HINTS[code] }
}

/** What is wrong inside one value, `at` counted from its first character. */
export interface Flaw {
  code: Gs1Code
  at: number
  message: string
}

export function flaw(message: string, at = 0, code: Gs1Code = 'gs1_content'): Flaw {
  return { code, at, message }
}

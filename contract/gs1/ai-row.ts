/** N: digits. X: the 82 characters of GS1. Y: its 39. Z: base64url. */
export type Charset = 'N' | 'X' | 'Y' | 'Z'

/** What a piece of a value must satisfy beyond its characters and its length. */
export type Check =
  | 'check_digit'
  | 'check_pair'
  | 'prefix'
  | 'prefix_after_indicator'
  | 'date'
  | 'date_or_month'
  | 'long_date'
  | 'hour_minute'
  | 'hour'
  | 'minute'
  | 'second'
  | 'country'
  | 'country_or_many'
  | 'country_letters'
  | 'currency'
  | 'percent_coded'
  | 'latitude'
  | 'longitude'
  | 'yes_no'
  | 'hyphen'
  | 'importer_index'
  | 'package_type'
  | 'media_type'
  | 'sex'
  | 'position_of_end'
  | 'not_zero'
  | 'zero'
  | 'winding'
  | 'piece_of_total'
  | 'iban'
  | 'no_leading_zero'
  | 'has_letter'
  | 'coupon'
  | 'offer_coupon'

/** One part of a value; only the last may vary in length, and only the last ones may be absent. */
export interface Piece {
  charset: Charset
  length_min: number
  length_max: number
  optional: boolean
  checks: readonly Check[]
}

export interface Traits {
  /** Ends by its length alone: no separator is needed behind it. */
  predefined?: true
  /** May stand in the query of a Digital Link. */
  attribute?: true
  /** Groups of which one must be there whole: `01+21 8004`. */
  requires?: string
  /** None of these may be there: `37 310n`. */
  excludes?: string
  /** A primary key of a Digital Link, with its sequences of qualifiers; `['']` has none. */
  key?: readonly string[]
}

/** One line of a table: an AI or a range of them, its title, its pieces, and how it keeps company. */
export type AiLine = readonly [ai: string, title: string, pieces: readonly Piece[], traits: Traits]

export function fixed(charset: Charset, length: number, ...checks: Check[]): Piece {
  return { charset, length_min: length, length_max: length, optional: false, checks }
}

export function upTo(charset: Charset, length: number, ...checks: Check[]): Piece {
  return { charset, length_min: 1, length_max: length, optional: false, checks }
}

export function optional(piece: Piece): Piece {
  return { ...piece, optional: true }
}

export const GTIN_14 = fixed('N', 14, 'check_digit', 'prefix_after_indicator')
export const GLN_13 = fixed('N', 13, 'check_digit', 'prefix')
export const COUNTRY = fixed('N', 3, 'country')
export const X20 = upTo('X', 20)
export const X30 = upTo('X', 30)
export const X35 = upTo('X', 35, 'percent_coded')
export const X70 = upTo('X', 70, 'percent_coded')
export const X90 = upTo('X', 90)

/** What identifies goods: the company that most attributes of a lot need. */
export const ANY_ITEM = '01 02 03 8006 8026'

import type { Check } from './ai-row.ts'
import { checkPair, hasCheckDigit } from './check-digit.ts'
import { dateFlaw, hourFlaw, hourMinuteFlaw, longDateFlaw, minuteFlaw, monthFlaw } from './check-time.ts'
import { countryLetters, countryNumber } from './country.ts'
import { isCurrency } from './currency.ts'
import { type Flaw, flaw } from './fault.ts'

/** The shortest IBAN there is (Norway's). */
const IBAN_LENGTH_MIN = 15
/** The shortest prefix GS1 has ever licensed. */
const PREFIX_LENGTH_MIN = 4

function ibanFlaw(text: string): Flaw | null {
  const bad = text.search(/[^0-9A-Z]/)
  if (bad >= 0) return flaw('an IBAN has only digits and capital letters', bad)
  if (text.length < IBAN_LENGTH_MIN) return flaw('the IBAN is too short', 0, 'gs1_length')
  if (countryNumber(text.slice(0, 2)) === undefined) return flaw('the IBAN begins with no country')
  let rest = 0
  for (const letter of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(letter, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1 ? null : flaw('the check digits of the IBAN are wrong', 2, 'gs1_check_digit')
}

function pieceFlaw(text: string): Flaw | null {
  const [piece, total] = [Number(text.slice(0, 2)), Number(text.slice(2))]
  if (piece === 0) return flaw('the number of the piece is zero')
  if (total === 0) return flaw('the number of all pieces is zero', 2)
  return piece > total ? flaw('the piece has a higher number than there are pieces') : null
}

function positionFlaw(text: string): Flaw | null {
  const found = /^(\d+)\/(\d+)$/.exec(text)
  if (found === null) return flaw('a position is written 1/3')
  const [, position = '', end = ''] = found
  if (position.startsWith('0')) return flaw('a position does not begin with zero')
  if (end.startsWith('0')) return flaw('an end does not begin with zero', position.length + 1)
  return Number(position) > Number(end) ? flaw('the position is behind the end') : null
}

function pairFlaw(text: string): Flaw | null {
  if (text.length < 3) return flaw('too short for two check characters', 0, 'gs1_length')
  const right = checkPair(text.slice(0, -2)) === text.slice(-2)
  return right ? null : flaw('the two check characters are wrong', text.length - 2, 'gs1_check_digit')
}

function prefixFlaw(text: string): Flaw | null {
  if (text.length < PREFIX_LENGTH_MIN) return flaw('shorter than any company prefix', 0, 'gs1_length')
  const bad = text.slice(0, PREFIX_LENGTH_MIN).search(/\D/)
  return bad < 0 ? null : flaw('a company prefix has only digits', bad)
}

function matching(pattern: RegExp, message: string): (text: string) => Flaw | null {
  return text => (pattern.test(text) ? null : flaw(message))
}

function atMost(limit: number, message: string): (text: string) => Flaw | null {
  return text => (Number(text) > limit ? flaw(message) : null)
}

function percentFlaw(text: string): Flaw | null {
  const bad = text.search(/%(?![0-9A-Fa-f]{2})/)
  return bad < 0 ? null : flaw('% is not followed by two hexadecimal digits', bad)
}

const unsupported = () => flaw('coupons are not read here', 0, 'gs1_unsupported')
const country = (text: string) => (countryLetters(text) === undefined ? flaw('no such country') : null)

/** Each check of the table as a function of the piece: null when it holds. */
export const CHECKS: Record<Check, (text: string) => Flaw | null> = {
  check_digit: text =>
    hasCheckDigit(text) ? null : flaw('the check digit is wrong', text.length - 1, 'gs1_check_digit'),
  check_pair: pairFlaw,
  prefix: prefixFlaw,
  prefix_after_indicator: text => prefixFlaw(text.slice(1)),
  date: dateFlaw,
  date_or_month: monthFlaw,
  long_date: longDateFlaw,
  hour_minute: hourMinuteFlaw,
  hour: hourFlaw,
  minute: minuteFlaw,
  second: minuteFlaw,
  country,
  country_or_many: text => (text === '999' ? null : country(text)),
  country_letters: text => (countryNumber(text) === undefined ? flaw('no such country') : null),
  currency: text => (isCurrency(text) ? null : flaw('no such currency')),
  percent_coded: percentFlaw,
  latitude: atMost(1_800_000_000, 'a latitude goes up to 1800000000'),
  longitude: atMost(3_600_000_000, 'a longitude goes up to 3600000000'),
  yes_no: matching(/^[01]$/, 'yes is 1, no is 0'),
  hyphen: matching(/^-+$/, 'only a hyphen may stand here'),
  importer_index: matching(/^[-0-9A-Za-z_]$/, 'no importer index'),
  // The list of the United Nations grows every half-year: its form is held, not its members.
  package_type: matching(/^[0-9A-Z]{1,3}$/, 'no package type'),
  media_type: matching(/^(0[1-9]|10|[89]\d)$/, 'no such kind of medium'),
  sex: matching(/^[0129]$/, 'sex is 0, 1, 2 or 9'),
  position_of_end: positionFlaw,
  not_zero: matching(/[^0]/, 'zero is not allowed'),
  zero: matching(/^0+$/, 'a zero must stand here'),
  winding: matching(/^[019]$/, 'a winding direction is 0, 1 or 9'),
  piece_of_total: pieceFlaw,
  iban: ibanFlaw,
  no_leading_zero: matching(/^(?!0.)/, 'a leading zero is not allowed'),
  has_letter: matching(/\D/, 'digits alone are not allowed'),
  coupon: unsupported,
  offer_coupon: unsupported,
}

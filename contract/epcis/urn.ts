import { checkDigit } from '../gs1/check-digit.ts'

/** What an EPC URN says, as the parts of a Digital Link path: key, value, qualifier, value. */
type Link = string[]

/** Digits of a company and of what it numbered, with the check digit. */
const key = (company: string, reference: string) => checked(company + reference)
/** The first digit of the reference stands before the company prefix: the indicator of a GTIN, the extension of an SSCC. */
const led = (company: string, reference: string) => checked(`${reference[0]}${company}${reference.slice(1)}`)
const serial = (ai: string, value: string | undefined): string[] =>
  value === undefined || value === '*' ? [] : [ai, value]
const tail = (value: string | undefined) => (value === undefined || value === '*' ? '' : value)

/** A scheme takes its dotted parts; the first two are the company prefix and its reference. */
const SCHEMES: Readonly<Record<string, (company: string, reference: string, more: string[]) => Link>> = {
  sgtin: (company, reference, [number]) => ['01', led(company, reference), ...serial('21', number)],
  lgtin: (company, reference, [lot]) => ['01', led(company, reference), ...serial('10', lot)],
  upui: (company, reference, [number]) => ['01', led(company, reference), ...serial('235', number)],
  sscc: (company, reference) => ['00', led(company, reference)],
  sgln: (company, reference, [extension]) => [
    '414',
    key(company, reference),
    ...(extension === '0' ? [] : serial('254', extension)),
  ],
  pgln: (company, reference) => ['417', key(company, reference)],
  grai: (company, reference, [number]) => ['8003', `0${key(company, reference)}${tail(number)}`],
  giai: (company, reference) => ['8004', company + reference],
  gsrn: (company, reference) => ['8018', key(company, reference)],
  gsrnp: (company, reference) => ['8017', key(company, reference)],
  gdti: (company, reference, [number]) => ['253', key(company, reference) + tail(number)],
  sgcn: (company, reference, [number]) => ['255', key(company, reference) + tail(number)],
  cpi: (company, reference, [number]) => ['8010', company + reference, ...serial('8011', number)],
  ginc: (company, reference) => ['401', company + reference],
  gsin: (company, reference) => ['402', key(company, reference)],
  itip: (company, reference, [piece = '', total = '', number]) => [
    '8006',
    led(company, reference) + piece + total,
    ...serial('21', number),
  ],
}
const NUMBERED = new Set(['giai', 'ginc', 'cpi'])

/** The Digital Link path of an EPC URN (`urn:epc:id:sgtin:4012345.011111.987`); null for any other text. */
export function linkOfUrn(text: string): Link | null {
  const found = /^urn:epc:(?:id|class|idpat):(?<scheme>[a-z]+):(?<body>.+)$/.exec(text)?.groups
  const scheme = found?.scheme ?? ''
  const make = Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme] : undefined
  if (make === undefined) return null
  const [company = '', reference = '', ...more] = dotted(found!.body!, scheme)
  if (!/^\d{4,12}$/.test(company) || (!NUMBERED.has(scheme) && !/^\d*$/.test(reference))) return null
  return make(company, reference, more)
}

/** Only the last part of a URN may hold a dot itself. */
function dotted(body: string, scheme: string): string[] {
  const most = scheme === 'itip' ? 5 : ['giai', 'ginc'].includes(scheme) ? 2 : 3
  const parts = body.split('.')
  const last = parts.slice(most - 1).join('.')
  return [...parts.slice(0, most - 1), ...(parts.length >= most ? [last] : [])].map(plain)
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Digits with their check digit behind them. */
const checked = (digits: string): string => `${digits}${checkDigit(digits)}`

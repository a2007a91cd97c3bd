import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AI_LINES, aiAt, allAis } from './ai.ts'
import type { AiLine, Check, Piece } from './ai-row.ts'

// A missing anchor fails the test: it lies in ../shared/anchors beside the repository.
const ANCHOR = new URL('../../../shared/anchors/gs1-syntax-dictionary.txt', import.meta.url)

/** The dictionary's words for our checks. */
const WORDS: Record<Check, string> = {
  check_digit: 'csum',
  check_pair: 'csumalpha',
  prefix: 'gcppos1',
  prefix_after_indicator: 'gcppos2',
  date: 'yymmdd',
  date_or_month: 'yymmd0',
  long_date: 'yyyymmdd',
  hour_minute: 'hhmi',
  hour: 'hh',
  minute: 'mi',
  second: 'ss',
  country: 'iso3166',
  country_or_many: 'iso3166999',
  country_letters: 'iso3166alpha2',
  currency: 'iso4217',
  percent_coded: 'pcenc',
  latitude: 'latitude',
  longitude: 'longitude',
  yes_no: 'yesno',
  hyphen: 'hyphen',
  importer_index: 'importeridx',
  package_type: 'packagetype',
  media_type: 'mediatype',
  sex: 'iso5218',
  position_of_end: 'posinseqslash',
  not_zero: 'nonzero',
  zero: 'zero',
  winding: 'winding',
  piece_of_total: 'pieceoftotal',
  iban: 'iban',
  no_leading_zero: 'nozeroprefix',
  has_letter: 'hasnondigit',
  coupon: 'couponcode',
  offer_coupon: 'couponposoffer',
}

function pieceText({ charset, length_min, length_max, optional, checks }: Piece): string {
  const shape = length_min === length_max ? `${charset}${length_max}` : `${charset}..${length_max}`
  return [optional ? `[${shape}]` : shape, ...checks.map(check => WORDS[check])].join(',')
}

/** One line in the dictionary's own words, single-spaced and its attributes in one order. */
function spelled([ai, title, pieces, traits]: AiLine): string {
  const flags = (traits.predefined ? '*' : '') + (traits.attribute ? '?' : '')
  const attributes = [
    traits.requires && `req=${traits.requires.replaceAll(' ', ',')}`,
    traits.excludes && `ex=${traits.excludes.replaceAll(' ', ',')}`,
    traits.key && ['dlpkey', traits.key.map(words => words.replaceAll(' ', ',')).join('|')].filter(Boolean).join('='),
  ]
  const words = [flags, ...pieces.map(pieceText), ...attributes.filter(Boolean).map(String).sort()]
  return `${ai} ${words.filter(word => word !== '').join(' ')} # ${title}`
}

/** A line of the dictionary in the same order. */
function normalised(line: string): string {
  const [body = '', ...title] = line.split('#')
  const words = body.trim().split(/\s+/)
  const attribute = /^(req|ex)=|^dlpkey/
  const fixed = words.filter(word => !attribute.test(word))
  return `${[...fixed, ...words.filter(word => attribute.test(word)).sort()].join(' ')} # ${title.join('#').trim()}`
}

test('the table of AIs is the dictionary of GS1, line for line', () => {
  const lines = readFileSync(ANCHOR, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
  expect(lines.length).toBeGreaterThan(200)
  expect(AI_LINES.map(spelled).sort()).toEqual(lines.map(normalised).sort())
})

test('no AI begins another one, so an element string can be cut in one way only', () => {
  const ais = allAis().map(row => row.ai)
  expect(new Set(ais).size).toBe(ais.length)
  expect(ais.filter(ai => ais.some(other => other !== ai && other.startsWith(ai)))).toEqual([])
  expect(ais.filter(ai => aiAt(`9${ai}123456`, 1)?.ai !== ai)).toEqual([])
})

test('only the last piece of a value is of open length, and none that must be there follows one that may', () => {
  for (const { ai, pieces } of allAis()) {
    const open = pieces.findIndex(piece => piece.length_min !== piece.length_max)
    expect([ai, open === -1 || open === pieces.length - 1]).toEqual([ai, true])
    const first = pieces.findIndex(piece => piece.optional)
    expect([ai, first === -1 || pieces.slice(first).every(piece => piece.optional)]).toEqual([ai, true])
  }
})

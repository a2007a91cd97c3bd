import { expect, test } from 'vitest'
import type { SeenKey } from '../scan/wedge-listener.ts'
import { WEDGE_SETTING } from '../scan/wedge-setting.ts'
import { judge, type LabRule, layoutDifferences, merged, separatorOf } from './lab.ts'
import { LAYOUT, REFERENCE } from './reference-code.ts'

const key = (name: string, at_ms: number): SeenKey => ({
  key: name,
  code: '',
  ctrlKey: false,
  altKey: false,
  at_ms,
  swallowed: true,
})
const scan = (raw: string, { gap_ms = 8, before = [] as string[], after = ['Enter'] } = {}) => ({
  raw,
  keys: [...before, ...raw, ...after].map((name, at) => key(name, at * gap_ms)),
})
const failed = (verdicts: ReturnType<typeof judge>): LabRule[] =>
  verdicts.filter(({ ok }) => ok === false).map(({ rule }) => rule)

test('a scanner that is set up well passes everything', () => {
  const first = judge(scan(`]C1${REFERENCE}`, { before: ['F13'] }), WEDGE_SETTING)
  const both = merged(first, judge(scan(LAYOUT, { before: ['F13'] }), WEDGE_SETTING))
  expect(both.every(({ ok }) => ok === true)).toBe(true)
})

test('a lost separator, and one that is sent as something else, are told apart', () => {
  const lost = REFERENCE.replace('\u001d', '')
  expect(separatorOf(lost)).toBe('')
  expect(separatorOf(REFERENCE.replace('\u001d', '|'))).toBe('|')
  expect(separatorOf('NOR-1')).toBe(null)
  expect(failed(judge(scan(lost), WEDGE_SETTING))).toEqual(['separator'])
})

test('a keyboard of another country is named by the signs that it swaps', () => {
  // A scanner that presses the keys of the US, on a tablet that is set to Spanish.
  const spanish = "aqwzy!\"·$%/')=(¿,'.-Ññ;¡:_?"
  expect(layoutDifferences(spanish)).toContain('ñ ← ;')
  expect(failed(judge(scan(spanish), WEDGE_SETTING))).toEqual(['layout'])
  expect(layoutDifferences(LAYOUT)).toEqual([])
  expect(layoutDifferences('NOR-1')).toBe(null)
})

test('Caps Lock, a slow radio and a missing suffix each have a name', () => {
  const caps = REFERENCE.replace('LAB', 'lab')
  expect(failed(judge(scan(caps), WEDGE_SETTING))).toEqual(['capitals'])
  expect(failed(judge(scan(REFERENCE, { gap_ms: 48 }), WEDGE_SETTING))).toEqual(['pace'])
  const bare = judge(scan(REFERENCE, { after: [] }), WEDGE_SETTING)
  expect(bare.filter(({ ok }) => ok === 'advised').map(({ rule }) => rule)).toEqual(['prefix', 'suffix'])
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readBracketed } from './bracketed.ts'
import { buildBracketed, buildDigitalLink, buildElementString, buildReadable } from './build.ts'
import { isLink, readDigitalLink } from './digital-link.ts'
import { GS, readElementString } from './element-string.ts'
import type { Fault } from './fault.ts'
import { inCompany, type Reading, readingOf, readSymbol } from './symbol.ts'

// A missing anchor fails the test: it lies in ../shared/anchors beside the repository.
const ANCHOR = new URL('../../../shared/anchors/gs1-engine-verdicts.json', import.meta.url)

interface Verdict {
  kind: 'aiDataStr' | 'dataStr' | 'scanData'
  input: string
  ok: boolean
  /** The normalised elements; null for text that is no GS1 data. */
  ai?: string | null
  data?: string
  dl?: string | null
  hri?: string[]
  error?: string
  note?: string
  src?: string
}

interface Verdicts {
  unitTestStrings: Verdict[]
  foodPlantStrings: Verdict[]
}

/** What is not read here, by AI: the engine's verdicts on them are counted, not compared. */
const UNSUPPORTED: Record<string, string> = { '8110': 'coupons', '8112': 'offer coupons' }

const PLAIN: Reading = { ok: true, form: 'plain', symbology: null, elements: [] }

/** The engine's three doors: `^` is FNC1 in its raw data, and what is neither that nor a link is plain text to it. */
function read({ kind, input }: Verdict): Reading | Fault {
  if (kind === 'aiDataStr') return inCompany(readingOf(readBracketed(input), 'bracketed'))
  if (kind === 'scanData') return inCompany(readSymbol(input))
  if (input.startsWith('^')) return inCompany(readingOf(readElementString(input.replaceAll('^', GS)), 'element_string'))
  return isLink(input) ? inCompany(readingOf(readDigitalLink(input), 'digital_link')) : PLAIN
}

/** The engine keeps the digits of an EAN symbol apart from its elements; here they are (01), in front. */
function elementsOf(reading: Reading, { input }: Verdict) {
  return input.startsWith(']E') ? reading.elements.slice(1) : reading.elements
}

function written(reading: Reading, verdict: Verdict): string | null {
  const elements = elementsOf(reading, verdict)
  if (elements.length === 0) return null
  const built = buildBracketed(elements, { part: true })
  return built.ok ? built.text : built.code
}

const all: Verdicts = JSON.parse(readFileSync(ANCHOR, 'utf8'))
const rows = [...all.foodPlantStrings, ...all.unitTestStrings]
const unsupported = (row: Verdict) => UNSUPPORTED[/^\((\d+)\)/.exec(row.input)?.[1] ?? '']
const supported = rows.filter(row => unsupported(row) === undefined)

test('verdict and elements are those of the GS1 engine, on every string of a food plant and every unit string', () => {
  const ours = supported.map(row => {
    const reading = read(row)
    return { input: row.input, ok: reading.ok, ai: reading.ok ? written(reading, row) : undefined }
  })
  expect(ours).toEqual(supported.map(({ input, ok, ai }) => ({ input, ok, ai: ok ? (ai ?? null) : undefined })))
  expect(all.foodPlantStrings.filter(row => unsupported(row) !== undefined)).toEqual([])
})

test('what is not supported is refused by its name, and counted', () => {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const kind = unsupported(row)
    if (kind === undefined) continue
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    expect(read(row)).toMatchObject({ ok: false, code: 'gs1_unsupported' })
  }
  console.log(`not compared with the engine: ${[...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')}`)
  expect(supported.length + [...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(rows.length)
})

test('the three forms are built as the engine builds them', () => {
  // The engine remembers that 235 came in a path; elements alone do not say so, and 10 wins.
  const remembered = 'https://id.gs1.org/01/09520123456788/235/XYZ?10=ABC123'
  for (const row of supported.filter(row => row.ok && row.input !== remembered)) {
    const reading = read(row)
    if (!reading.ok || reading.elements.length === 0) continue
    const elements = elementsOf(reading, row)
    const link = buildDigitalLink(elements)
    expect([row.input, link.ok ? link.text : null]).toEqual([row.input, row.dl ?? null])
    if (row.kind !== 'aiDataStr') continue
    const string = buildElementString(elements)
    expect([row.input, string.ok && `^${string.text.replaceAll(GS, '^')}`]).toEqual([row.input, row.data])
    expect(buildReadable(elements)).toEqual(row.hri)
  }
})

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { eventHash } from './event-hash.ts'
import { namespacesOf } from './namespace.ts'
import { preHash } from './pre-hash.ts'

const EXAMPLES = new URL('../../../shared/anchors/event-hash/tests/', import.meta.url)
const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

interface Doc {
  '@context': unknown
  epcisBody: { eventList?: Json[]; queryResults?: Json & { resultsBody: { eventList: Json[] } } }
  [field: string]: unknown
}
type Json = Record<string, unknown>

function read(path: string) {
  const doc = JSON.parse(readFileSync(new URL(path, EXAMPLES), 'utf8')) as Doc
  const { eventList, queryResults } = doc.epcisBody
  const ignored = [doc, queryResults ?? {}].flatMap(level =>
    Object.entries(level).flatMap(([name, value]) => (name.endsWith(':ignoreFields') ? (value as string[]) : [])),
  )
  return (eventList ?? queryResults!.resultsBody.eventList).map(event => ({
    event,
    reading: { namespaces: namespacesOf(doc['@context'], event['@context']), ignored: new Set(ignored) },
  }))
}
const lines = (path: string) => readFileSync(new URL(path, EXAMPLES), 'utf8').split('\n').filter(Boolean)

/** Examples that come as XML alone: this plant speaks JSON-LD. */
const XML_ONLY = [
  'SensorDataExamples',
  'epcisDocHavingTooManyUserExtensions',
  'epcisDocWith2DifferentTransformationEvents',
  'epcisDocWithTransformationEventWithExtension',
  'epcisDocWithTransformationEventWithMultipleExtensions',
  'epcisXmlDocHavingEventWithIgnoreFields',
  'epcisXmlQueryDocHavingEventWithIgnoreFields',
]

describe('the hash of an EPCIS event', () => {
  it('has its anchors', () => {
    expect(existsSync(EXAMPLES), `The anchors are missing: ${EXAMPLES.pathname}`).toBe(true)
  })

  const names = readdirSync(new URL('examples/', EXAMPLES))
  const documents = names.filter(name => name.endsWith('.jsonld')).map(name => name.slice(0, -'.jsonld'.length))

  it.each(documents)('is that of the reference: %s', name => {
    const events = read(`examples/${name}.jsonld`)
    const hashes = lines(`examples/${name}.hashes`)
    const known = new Map(
      (names.includes(`${name}.prehashes`) ? lines(`examples/${name}.prehashes`) : []).map(text => [
        `ni:///sha-256;${createHash('sha256').update(text).digest('hex')}?ver=CBV2.0`,
        text,
      ]),
    )
    expect(events.length).toBeGreaterThan(0)
    for (const [at, { event, reading }] of events.entries()) {
      const hash = hashes[at]!
      // Where the reference still has the text that its hash was made of, the text says more than the hash.
      if (known.has(hash)) expect(preHash(event, reading)).toBe(known.get(hash))
      expect(eventHash(sha256, event, reading), preHash(event, reading)).toBe(hash)
    }
  })

  it('leaves out the examples that come as XML alone, each by its name', () => {
    const others = new Set(names.map(name => name.replace(/\.\w+$/, '')).filter(name => !documents.includes(name)))
    expect([...others].sort()).toEqual([...XML_ONLY].sort())
  })

  it('is one for two ways to write the same event', () => {
    const hashes = read('expected_equal/ReferenceEventHashAlgorithm.json').map(({ event, reading }) =>
      eventHash(sha256, event, reading),
    )
    expect(new Set(hashes).size).toBe(1)
  })
})

import { checkDocument, checkSingle, isTaken } from '@flowviz/contract/epcis/check-document'
import type { Finding } from '@flowviz/contract/epcis/finding'
import { describe, expect, it } from 'vitest'
import { anchor, anchors, type Json, schemaVerdict } from './testing/anchor.ts'

/** Valid by what they mean to show, refused by the schema: the README of the anchors names them. */
const REFUSED_BY_THE_SCHEMA = [
  'AggregationEvent_with_persistentDisposition.json',
  'SensorData_with_combined_events.json',
  'TransactionEvent_with_userExtensions.json',
]

function findingsOf(document: Json): Finding[] {
  if (document.type !== 'EPCISDocument') return checkSingle(document).findings
  const { findings, events } = checkDocument(document)
  return [...findings, ...events.flatMap(event => event.findings)]
}
const errors = (document: Json) => findingsOf(document).filter(({ level }) => level === 'error')
const verdict = schemaVerdict()

describe('a document that somebody wants captured', () => {
  const openEpcis = anchors('epcis-openepcis/Capture/Documents').filter(name => !REFUSED_BY_THE_SCHEMA.includes(name))
  it.each(openEpcis)('is taken when it is right: %s', name => {
    expect(errors(anchor(`epcis-openepcis/Capture/Documents/${name}`))).toEqual([])
  })
  it.each(anchors('epcis-openepcis/Capture/Events'))('is taken as one event: %s', name => {
    expect(errors(anchor(`epcis-openepcis/Capture/Events/${name}`))).toEqual([])
  })
  it.each(anchors('epcis-gs1/JSON').filter(name => !name.includes('Query')))('is taken from GS1: %s', name => {
    expect(errors(anchor(`epcis-gs1/JSON/${name}`))).toEqual([])
  })
  it('is taken from GS1 US, key by key of the rule', () => {
    for (const name of anchors('fsma204-cte')) {
      const { _comment_gs1us_mapping: _, ...document } = anchor(`fsma204-cte/${name}`)
      expect(errors(document), name).toEqual([])
    }
  })
  it('is taken as this project writes it', () => {
    expect(errors(anchor('own-example-epcis.json'))).toEqual([])
  })

  it.each(REFUSED_BY_THE_SCHEMA)('is refused as the schema refuses it: %s', name => {
    const document = anchor(`epcis-openepcis/Capture/Documents/${name}`)
    expect(verdict(document)).not.toEqual([])
    expect(errors(document)).not.toEqual([])
  })
  it.each(anchors('epcis-openepcis/Capture/Invalid'))('is refused with a pointer when it is wrong: %s', name => {
    const document = anchor(`epcis-openepcis/Capture/Invalid/${name}`)
    const found = errors(document)
    expect(found).not.toEqual([])
    for (const { pointer } of found) expect(pointsInto(document, pointer)).toBe(true)
  })
})

function pointsInto(document: Json, pointer: string): boolean {
  const keys = pointer
    .split('/')
    .slice(1)
    .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  let at: unknown = document
  for (const key of keys) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false
    at = (at as Json)[key]
  }
  return true
}

describe('what the schema of GS1 lets pass', () => {
  const ship = {
    '@context': 'https://ref.gs1.org/standards/epcis/epcis-context.jsonld',
    type: 'ObjectEvent',
    action: 'OBSERVE',
  }
  const base = {
    ...ship,
    eventTime: '2026-02-15T14:30:00.000Z',
    eventTimeZoneOffset: '-06:00',
    bizStep: 'shipping',
    epcList: ['https://id.gs1.org/00/095212345000000018'],
  }
  const codes = (event: Json) => {
    expect(verdict(event)).toEqual([])
    return checkSingle(event).findings.map(({ level, code, pointer }) => [level, code, pointer])
  }

  it('is nothing when all is right', () => expect(codes(base)).toEqual([]))
  it('a prefix that no context defines', () => {
    expect(codes({ ...base, 'acme:note': 'x' })).toEqual([['error', 'prefix', '/acme:note']])
  })
  it('an aggregation without its parent', () => {
    const { epcList: childEPCs, ...rest } = base
    const event = { ...rest, type: 'AggregationEvent', action: 'ADD', childEPCs }
    expect(codes(event)).toEqual([['error', 'parent', '']])
  })
  it('a record time that the sender set', () => {
    expect(codes({ ...base, recordTime: '2020-01-01T00:00:00Z' })).toEqual([['warning', 'record_time', '/recordTime']])
  })
  it('a wrong check digit', () => {
    const event = { ...base, epcList: ['https://id.gs1.org/00/095212345000000019'] }
    expect(codes(event)).toEqual([['error', 'check_digit', '/epcList/0']])
  })
  it('more that came out than went in', () => {
    const { epcList: _, action: __, bizStep: ___, ...rest } = base
    const lot = 'https://id.gs1.org/01/00952123400000/10/A'
    const event = {
      ...rest,
      type: 'TransformationEvent',
      inputQuantityList: [{ epcClass: lot, quantity: 10, uom: 'KGM' }],
      outputQuantityList: [{ epcClass: `${lot}B`, quantity: 11, uom: 'KGM' }],
    }
    expect(codes(event)).toEqual([['warning', 'balance', '/outputQuantityList']])
    expect(isTaken(checkSingle(event).findings)).toBe(true)
  })
})

import { expect, test } from 'vitest'
import { changesOf } from './change.ts'
import type { LedgerEvent } from './event.ts'
import { tell } from './sentence.ts'

const AT = '2026-11-26T05:00:00.000Z'
const raised = (type: string, data: object): unknown => {
  const event = { id: 'e-1', type, recorded_at: AT, occurred_at: AT, actor: { id: 'p', kind: 'person' }, data }
  const found = changesOf(event as unknown as LedgerEvent).find(
    change => change.to === 'record' && change.of === 'alarm',
  )
  return found?.to === 'record' ? { text: found.set.text, said: found.set.said } : undefined
}

test('a sentence is text for a record, and the same as data', () => {
  expect(tell('excursion_low', { title: 'Oven', value: '61.5', limit: '63', unit: 'Cel' })).toEqual({
    text: 'Oven: 61.5 °C is below 63 °C.',
    said: { code: 'excursion_low', params: { title: 'Oven', value: '61.5', limit: '63', unit: 'Cel' } },
  })
})

test('one is counted as one', () => {
  expect(tell('reviews_overdue', { count: 1 }).text).toBe('1 record is overdue for review.')
  expect(tell('reviews_overdue', { count: 0 }).text).toBe('0 records are overdue for review.')
})

test('what a person wrote fills a sentence and is none: its braces and brackets stay', () => {
  const words = 'seal {broken} [box 3]'
  const { text } = tell('gate_decided', { gate_no: 1, title: 'Receiving', decision: 'HOLD', words })
  expect(text).toBe('Gate 1, Receiving: HOLD. seal {broken} [box 3]')
})

test('events of an earlier release raise alarms that are data too, save where they only kept the text', () => {
  expect(raised('monitor.silent', { monitor_id: 'm', device_id: 'd', channel: 'temperature', missing_s: 60 })).toEqual({
    text: 'd has given no usable temperature for more than 60 s.',
    said: { code: 'monitor_silent', params: { device_id: 'd', channel: 'temperature', missing_s: 60 } },
  })
  expect(raised('deviation.opened', { deviation_id: 'x', hold_id: null, lot_ids: [], text: 'Too warm.' })).toEqual({
    text: 'Too warm.',
    said: null,
  })
})

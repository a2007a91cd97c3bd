import { expect, test } from 'vitest'
import { entryOf } from '../hold/testing/entry-of.ts'
import { holdOf } from '../hold/testing/hold-of.ts'
import { kindOf, leadOf, notedHere } from './alarm-look.ts'

const hold = holdOf({ hold_id: 'h-1', deviation_id: 'd-1' })

test('a deviation leads to the hold that it placed; without one, to all of them', () => {
  expect(leadOf({ kind: 'deviation', about: 'deviation:d-1' }, [hold])).toEqual({ href: '/holds/h-1', word: 'to_hold' })
  expect(leadOf({ kind: 'deviation', about: 'deviation:d-2' }, [hold])?.href).toBe('/holds')
  expect(leadOf({ kind: 'deviation', about: 'deviation:d-1' }, [holdOf({ ...hold, state: 'CLOSED' })])?.href).toBe(
    '/holds',
  )
})

test('a silent sensor leads to where its value is entered by hand, a call for help to the call', () => {
  expect(leadOf({ kind: 'silence', about: 'monitor:cold-room' }, [])?.href).toBe('/temperature/cold-room')
  expect(leadOf({ kind: 'help', about: 'help_call:1' }, [])?.href).toBe('/help')
})

test('an alarm of a kind that this tablet has no words for is an alarm, and leads nowhere', () => {
  expect(kindOf({ kind: 'flood' })).toBe('alarm')
  expect(leadOf({ kind: 'flood', about: 'room:1' }, [])).toBeNull()
})

test('an alarm counts as noted here from the first tick on, and no more when the note was refused', () => {
  const note = entryOf({ command: 'acknowledge-alarm', params: { alarm_id: 'a-1' } })
  expect([...notedHere([note])]).toEqual(['a-1'])
  expect([...notedHere([{ ...note, state: 'rejected' }])]).toEqual([])
})

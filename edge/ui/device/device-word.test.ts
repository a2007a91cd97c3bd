import { afterEach, beforeAll, expect, test } from 'vitest'
import { language } from '../word/language.ts'
import { loadSaid } from '../word/said.ts'
import { loadTroubles } from '../word/trouble-word.ts'
import { channelWord, deviceDetail } from './device-word.ts'

beforeAll(() => Promise.all([loadSaid(), loadTroubles()]))
afterEach(() => {
  language.value = 'en'
})

const SILENT = { reason: 'no_sample', detail: 'No sample for more than 3 s; check its power and its line.' }

test('what is wrong with a device is said in the words of the appliance in English', () => {
  expect(deviceDetail(SILENT)).toBe(SILENT.detail)
})

test('in Spanish a device in trouble says no English, whether its reason is a code or one of devices alone', () => {
  language.value = 'es'
  expect(deviceDetail(SILENT)).toMatch(/^No llega ninguna medida/)
  expect(deviceDetail({ reason: 'comm_timeout', detail: 'Nothing came for 3 s.' })).toBe(
    'El equipo no contesta. Revise su corriente, el cable y la dirección.',
  )
})

test('a reason that only a newer gateway knows keeps its own words', () => {
  language.value = 'es'
  expect(deviceDetail({ reason: 'moon_full', detail: 'The moon is full.' })).toBe('The moon is full.')
})

test('a channel that the plant named itself keeps its name', () => {
  language.value = 'es'
  expect([channelWord('temperature'), channelWord('brine-2')]).toEqual(['temperatura', 'brine-2'])
})

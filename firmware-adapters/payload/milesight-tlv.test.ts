import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOfHex, vectors } from '../testing/vector.ts'
import { decodeMilesight } from './milesight-tlv.ts'

const words = (hex: string) =>
  decodeMilesight(bytesOfHex(hex.replaceAll(' ', ''))).quantities.map(
    ({ path, said, kept_ms }) => `${path} ${said.value ?? said.reason}${kept_ms === null ? '' : ` @${kept_ms}`}`,
  )

test('milesight: the published frames say what their decoder says', () => {
  for (const { id, hex, expect: meant } of vectors('milesight-tlv')) {
    const { history, ...now } = meant as Record<string, number> & { history?: Record<string, number>[] }
    const present = Object.entries(now).map(([path, value]) => `${path} ${value}`)
    const kept = (history ?? []).flatMap(({ ts, ...rest }) =>
      Object.entries(rest).map(([path, value]) => `${path} ${value} @${ts! * 1_000}`),
    )
    expect(words(hex), id).toEqual([...present, ...kept])
  }
})

test('milesight: values keep their place behind the point, and a door is open or shut', () => {
  expect(words('03 67 28 00 04 68 64 06 00 01')).toEqual(['temperature 4.0', 'humidity 50.0', 'door 1'])
  expect(words('03 67 48 ff')).toEqual(['temperature -18.4'])
})

test('milesight: a value that cannot be is none', () => {
  expect(words('03 67 ff 7f 03 67 00 80 04 68 ff 01 75 ff 06 00 02')).toEqual([
    'temperature sensor_fault',
    'temperature sensor_fault',
    'humidity sensor_fault',
    'battery no_value',
    'door sensor_fault',
  ])
})

test('milesight: what a sensor says when it joins is passed over, and an unknown triple ends the reading', () => {
  expect(words('ff 0b ff ff 01 01 ff 16 01 02 03 04 05 06 07 08 ff 09 01 00 ff 0a 01 01 ff 0f 00 01 75 64')).toEqual([
    'battery 100',
  ])
  expect(words('01 75 64 99 99 03 67 28 00')).toEqual(['battery 100'])
  expect(decodeMilesight(bytesOfHex('017564036728')).rest).toBe(3)
})

test('milesight: whatever the bytes are, nothing is thrown and no value lies outside what a frame can say', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 250 }), bytes => {
      const { quantities, rest } = decodeMilesight(bytes)
      expect(rest).toBeLessThanOrEqual(bytes.length)
      for (const { path, said } of quantities)
        if (said.value !== null) {
          const value = Number(said.value)
          expect(value >= (path === 'temperature' ? -3276.7 : 0)).toBe(true)
          expect(value <= (path === 'temperature' ? 3276.6 : 100)).toBe(true)
        }
    }),
    { numRuns: 8_000 },
  )
})

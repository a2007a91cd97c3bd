import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import { expect, test } from 'vitest'
import { type DriverCase, driverSuite, play } from '../../testing/driver-suite.ts'
import type { Exchange } from '../../testing/replay-line.ts'
import { mtSics } from './driver.ts'
import type { SicsSettings } from './settings.ts'

const hex = (text: string) => Buffer.from(`${text}\r\n`, 'latin1').toString('hex')
const says = (tx: string, rx: string): Exchange => ({ tx: hex(tx), rx: hex(rx) })
const IDENTITY = [says('I4', 'I4 A "1234567"'), says('I2', 'I2 A "ICS469 OU 60.18 kg"')]
const KG: Channel = { name: 'weight', unit: 'kg' }
const settings = { settle_ms: 0, stable_ms: 100 }

/** A dialogue with a scale of one channel in kg, and what it measures. */
const dialogue = (transcript: Exchange[], expected: Measurement[]): DriverCase<'bytes', SicsSettings> => ({
  driver: mtSics,
  connect: line => line,
  task: { settings, channels: [KG] },
  transcript: [...IDENTITY, ...transcript],
  expected,
  text: true,
})

const weight = (rx: string, value: string, stable: boolean): Measurement => ({
  channel: 'weight',
  value,
  unit: 'kg',
  quality: stable ? 'good' : 'uncertain',
  reason: stable ? 'ok_stable' : 'unstable',
  weight: { stable, basis: 'unknown' },
  raw: hex(rx),
})

driverSuite(
  dialogue(
    [says('SI', 'S D    129.070 kg'), says('SI', 'S S     561.348 kg'), says('SI', 'S S     -0.500 kg')],
    [
      weight('S D    129.070 kg', '129.070', false),
      weight('S S     561.348 kg', '561.348', true),
      weight('S S     -0.500 kg', '-0.500', true),
    ],
  ),
)

const cases = [
  ['S +', 'overload'],
  ['S -', 'underload'],
  ['S I', 'busy'],
  ['S L', 'device_exception'],
  ['S S Error 10b', 'device_exception'],
  ['ES', 'device_exception'],
  ['S S               kg', 'no_value'],
  ['SI+', 'overload'],
  ['S S     100.00 g', 'unit_mismatch'],
  ['S S     100.00 stone', 'unit_mismatch'],
  ['S S     100.00 mg', 'unit_mismatch'],
  ['S S     100.00 ct', 'unit_mismatch'],
  ['S S         12 pcs', 'unit_mismatch'],
] as const

for (const [reply, reason] of cases)
  test(`mt-sics: "${reply}" is bad with ${reason}, and no number`, async () => {
    const expected: Measurement[] = [
      {
        channel: 'weight',
        value: null,
        unit: 'kg',
        quality: 'bad',
        reason,
        weight: { stable: null, basis: 'unknown' },
        raw: hex(reply),
      },
    ]
    const { measured } = await play(dialogue([says('SI', reply)], expected), rx => [rx])
    expect(measured).toEqual(expected)
  })

test('mt-sics: a scale that was switched off and on is noticed, and its line is no answer', async () => {
  const expected = [weight('S S      1.000 kg', '1.000', true)]
  const unasked = Buffer.from('I4 A "1234567"\r\n')
  const { measured, notices } = await play(dialogue([says('SI', 'S S      1.000 kg')], expected), (rx, at) =>
    at === 2 ? [unasked, rx] : [rx],
  )
  expect(measured).toEqual(expected)
  expect(notices.filter(({ kind }) => kind === 'restarted')).toHaveLength(1)
})

test('mt-sics: a scale has one channel, of a mass or a count', () => {
  expect(mtSics.check([KG])).toEqual([])
  expect(mtSics.check([KG, KG])).toHaveLength(1)
  expect(mtSics.check([{ name: 'weight', unit: 'Cel' }])).toHaveLength(1)
})

import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import { expect, test } from 'vitest'
import { createPace } from '../../gateway/pace.ts'
import { type DriverCase, driverSuite, play } from '../../testing/driver-suite.ts'
import { type Exchange, replayLine } from '../../testing/replay-line.ts'
import type { ByteTransport } from '../../transport/byte.ts'
import { dialogueOn } from './dialogue.ts'
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

const massFrame = (cmd: string, value: string) => `${cmd.padEnd(6)}${value.padStart(9)} kg `
const UNKNOWN = [says('I4', 'ES'), says('I2', 'ES')]

test('mt-sics: a scale of Radwag knows no I2 and I4, says that it begins, and is measured all the same', async () => {
  const answers = [massFrame('SI ?', '18.500'), `SI A\r\n${massFrame('SI', '18.250')}`]
  const expected = [
    weight(massFrame('SI ?', '18.500'), '18.500', false),
    weight(massFrame('SI', '18.250'), '18.250', true),
  ]
  const transcript = [...UNKNOWN, ...answers.map(answer => says('SI', answer))]
  const { measured, unexpected } = await play({ ...dialogue([], expected), transcript }, rx => [rx])
  expect(measured).toEqual(expected)
  expect(unexpected).toEqual([])
})

const line = (transcript: Exchange[]) => replayLine(transcript, rx => [rx])
const task = () => ({
  settings: { settle_ms: 0, stable_ms: 100 },
  channels: [KG],
  poll_ms: 1,
  timeout_ms: 25,
  pace: createPace(() => performance.now()),
  notice: () => undefined,
})

const settled = (replay: ByteTransport) => dialogueOn(replay, task()).settle(0, new AbortController().signal)

const tares = [
  ['done', 'ok_stable', 'T A\r\nT D', `S A\r\n${massFrame('S', '0.000')}`],
  ['failed', 'not_done', 'T A\r\nT E', `S A\r\n${massFrame('S', '18.250')}`],
  ['failed', 'busy', 'T A\r\nT E', 'S A\r\nS E'],
  ['done', 'ok_stable', 'T S      2.486 kg', 'S S      0.000 kg'],
  ['failed', 'not_done', 'T S      2.486 kg', 'S S      2.486 kg'],
] as const

for (const [outcome, reason, taken, shown] of tares)
  test(`mt-sics: a tare that is answered "${taken.replace('\r\n', ', ')}" is ${outcome} when "${shown.replace('\r\n', ', ')}" is shown`, async () => {
    const replay = line([says('T', taken), says('S', shown)])
    const { signal } = new AbortController()
    await settled(replay)
    expect(await mtSics.tare(replay, task(), signal)).toMatchObject({ outcome, reason })
    expect(replay.unexpected).toEqual([])
  })

test('mt-sics: a tare that is still there was not cleared, and a scale that does not tell is believed', async () => {
  const { signal } = new AbortController()
  for (const [answer, outcome] of [
    ['TA A 0.000 kg', 'done'],
    ['TA A 2.486 kg', 'failed'],
    ['ES', 'done'],
  ] as const) {
    const replay = line([says('TAC', 'TAC A'), says('TA', answer)])
    await settled(replay)
    expect(await mtSics.clearTare(replay, task(), signal), answer).toMatchObject({ outcome })
  }
})

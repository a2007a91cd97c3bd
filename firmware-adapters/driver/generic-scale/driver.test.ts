import { codeOf, type FlowError } from '@flowviz/contract/error'
import { expect, test } from 'vitest'
import { parseDevices } from '../../gateway/devices-file.ts'
import { commandLines, spokenSuite } from '../../testing/speaking-scale.ts'
import { scaleTask, tcpScale } from '../../testing/tcp-scale.ts'
import { genericScale } from './driver.ts'
import type { GenericSettings } from './settings.ts'

const yaml = (settings: string) => `
v: 1
site: plant-1
devices:
  - id: scale-1
    name: Scale at receiving
    driver: generic-scale
    location: receiving
    identity: gateway-1
    transport: {kind: tcp, host: 127.0.0.1, port: 4001}
    channels: [{name: weight, unit: kg}]
    settings: ${settings}
`
const problemsOf = (settings: string): { field: string; message: string }[] => {
  try {
    parseDevices(yaml(settings))
    return []
  } catch (error) {
    expect(codeOf(error)).toBe('config_invalid')
    return (error as FlowError).extra.errors as { field: string; message: string }[]
  }
}
const PATTERN = '(?<stable>[SD]) +(?<value>[0-9.]+) (?<unit>kg)'
const GOOD = `{poll: '570d', pattern: '${PATTERN}', maps: {stable: {S: true, D: false}}, sample: 'S  1.250 kg', expected: '1.250'}`

test('a described scale is measured over TCP as it was described in devices.yaml', async () => {
  const { devices } = parseDevices(yaml(GOOD))
  const { line, asked } = await tcpScale(text => (text === 'W\r' ? 'S  1.250 kg\r\n' : null))
  const { task } = scaleTask(devices[0]!.settings as GenericSettings & { mode: 'poll' })
  const over = new AbortController()
  for await (const [measurement] of genericScale.measure(line, { ...task, poll_ms: 10 }, over.signal)) {
    expect(measurement).toMatchObject({ value: '1.250', unit: 'kg', quality: 'good', reason: 'ok_stable' })
    over.abort()
  }
  expect(asked[0]).toBe('W\r')
})

test('a pattern that does not read its sample is refused with its path and a sentence when the file is read', () => {
  expect(problemsOf(GOOD)).toEqual([])
  expect(problemsOf(GOOD.replace("expected: '1.250'", "expected: '12.50'"))).toEqual([
    {
      field: '/devices/0/settings/expected',
      message: 'The sample reads as 1.250, and the display showed 12.50.',
    },
  ])
  expect(problemsOf(GOOD.replace(PATTERN, '(?<value>a{1000}){1000}'))).toMatchObject([
    { field: '/devices/0/settings/pattern' },
  ])
  expect(problemsOf("{pattern: '(?<value>1)'}").map(({ field }) => field)).toContain('/devices/0/settings')
})

const CHANGES = { T: 'tare', C: 'clear_tare', Z: 'zero' } as const

spokenSuite('generic-scale', {
  driver: genericScale,
  settings: parseDevices(
    yaml(`{
      stable_ms: 1000, start: '02', terminator: etx, poll: '570d', tare: '540d', clear_tare: '430d', zero: '5a0d',
      pattern: '(?<stable>[SDO])(?<basis>[GN])(?<value>[ 0-9.-]{8})(?<unit>kg)',
      maps: {stable: {S: true, D: false}, basis: {G: gross, N: net}, over: [O]},
      sample: 'SG   1.250kg', expected: '1.250'}`),
  ).devices[0]!.settings as unknown as GenericSettings,
  speech: {
    commands: commandLines,
    answer: (command, plate) => {
      const change = CHANGES[command as keyof typeof CHANGES]
      if (change !== undefined) plate.change(change)
      if (command !== 'W') return null
      const state = plate.overloaded ? 'O' : plate.moving ? 'D' : 'S'
      return `\x02${state}${plate.net ? 'N' : 'G'}${plate.shown.padStart(8)}kg\x03`
    },
  },
  does: ['tare', 'clear_tare', 'zero'],
  moving: 'unstable',
})

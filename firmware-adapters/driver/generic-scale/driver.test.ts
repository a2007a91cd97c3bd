import { codeOf, type FlowError } from '@flowviz/contract/error'
import { expect, test } from 'vitest'
import { parseDevices } from '../../gateway/devices-file.ts'
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

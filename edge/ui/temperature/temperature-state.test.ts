import type { DeviceView } from '@flowviz/contract/device'
import type { Reading } from '@flowviz/contract/reading'
import { expect, test } from 'vitest'
import { createDeviceStates } from '../device/device-state.ts'
import { createTemperatureState } from './temperature-state.ts'

const AT = '2026-11-23T05:00:00.000Z'
const READING: Reading = {
  seq: 1,
  device_id: 'cold-1',
  channel: 'temperature',
  value: '3.1',
  unit: 'Cel',
  quality: 'good',
  reason: 'ok',
  verdict: 'within',
  measured_at: AT,
  received_at: AT,
  source: 's',
}

function markOf(change: Partial<Reading>, state: DeviceView['state'] = 'ok') {
  const states = createDeviceStates(() => 0)
  const view: DeviceView = {
    id: 'cold-1',
    name: 'Cold room',
    driver: 'xy-md02',
    location: 'cold-1',
    transport: 'modbus-rtu',
    state,
    reason: 'ok',
    detail: '',
    since: null,
    last_sample_age_ms: 0,
    achieved_interval_ms: null,
    writes_allowed: false,
    channels: [{ name: 'temperature', unit: 'Cel', limits: { high: '5' } }],
    latest: [{ ...READING, ...change }],
  }
  states.replace([view])
  return createTemperatureState(states).value[0]!.mark
}

test('a doubted temperature is not shown as a good one, and outside its limits it is an alarm all the same', () => {
  const doubted = { quality: 'uncertain', reason: 'calibration_overdue' } as const
  expect(markOf({})).toEqual({ tone: 'ok', word: 'Within limits' })
  expect(markOf(doubted)).toEqual({ tone: 'warn', word: 'Calibration overdue' })
  expect(markOf({ ...doubted, value: '9.0', verdict: 'high' })).toEqual({ tone: 'alarm', word: 'Too high' })
})

test('without a value, or of a device that is late, there is no verdict', () => {
  expect(markOf({ value: null, quality: 'bad', reason: 'sensor_fault', verdict: 'unjudged' }).word).toBe('No value')
  expect(markOf({}, 'late')).toEqual({ tone: 'warn', word: 'Late' })
})

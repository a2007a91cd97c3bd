import type { Instrument } from '@flowviz/contract/plant/instrument'
import { expect, test } from 'vitest'
import type { LastCalibration } from '../domain/calibration.ts'
import { calibrationWatch } from './calibration-watch.ts'

const instrument = (instrument_id: string, change: Partial<Instrument> = {}): Instrument => ({
  instrument_id,
  title: instrument_id,
  kind: 'thermometer',
  calibration_days: 30,
  ...change,
})
const until = (next_due_on: string | null, passed = true): LastCalibration => ({ passed, points: [], next_due_on })

test('a device whose calibration ended, failed or never was is overdue from that day on; one without an interval is not', () => {
  const clock = { now: Date.parse('2026-11-23T23:59:59.000Z'), monotonic: 0 }
  const found = [
    { instrument: instrument('ends-today'), last: until('2026-11-23') },
    { instrument: instrument('never'), last: null },
    { instrument: instrument('no-interval'), last: null },
    {
      instrument: instrument('failed'),
      last: { passed: false, points: [{ reference: '0', as_left: '2', tolerance: '1' }], next_due_on: null },
    },
  ]
  delete found[2]!.instrument.calibration_days
  const overdue = calibrationWatch({
    reader: { instruments: () => found },
    now: () => clock.now,
    monotonic: () => clock.monotonic,
  })
  const all = () => ['ends-today', 'never', 'no-interval', 'failed', 'no-instrument'].filter(overdue)
  expect(all()).toEqual(['never', 'failed'])
  clock.now += 1_000
  expect(all()).toEqual(['ends-today', 'never', 'failed'])
  found[1]!.last = until('2026-12-24')
  expect(all()).toContain('never')
  clock.monotonic += 5_001
  expect(all()).toEqual(['ends-today', 'failed'])
})

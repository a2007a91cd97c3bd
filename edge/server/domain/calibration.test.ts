import type { Instrument } from '@flowviz/contract/plant/instrument'
import { expect, test } from 'vitest'
import { calibrationState, isGood, judgePoints, nextDue } from './calibration.ts'

const probe = (calibration_days?: number): Instrument => ({
  instrument_id: 'probe-1',
  title: 'Probe 1',
  kind: 'thermometer',
  ...(calibration_days === undefined ? {} : { calibration_days }),
})
const point = { reference: '0', tolerance: '0.5', unit: 'Cel' }

test('a point passes up to its tolerance, to the last digit', () => {
  const shown = ['0.5', '-0.5', '0.500000001', '-0.51', '0']
  const passed = judgePoints(shown.map(as_found => ({ ...point, as_found }))).map(one => one.passed)
  expect(passed).toEqual([true, true, false, false, true])
})

test('an instrument that was found wrong is good again only if every point was left right', () => {
  const points = (as_left?: string) =>
    judgePoints([
      { ...point, as_found: '2', ...(as_left === undefined ? {} : { as_left }) },
      { ...point, as_found: '0', as_left: '0' },
    ])
  expect([undefined, '0.6', '0.1'].map(as_left => isGood({ passed: false, points: points(as_left) }))).toEqual([
    false,
    false,
    true,
  ])
})

test('the state of a calibration follows from the calendar', () => {
  const last = { passed: true, points: [], next_due_on: nextDue(probe(30), '2026-11-01', true) }
  const on = (today: string) => calibrationState(probe(30), last, today)
  expect(last.next_due_on).toBe('2026-12-01')
  expect(['2026-11-27', '2026-11-28', '2026-12-01', '2026-12-02'].map(on)).toEqual(['valid', 'due', 'due', 'overdue'])
  expect(calibrationState(probe(30), null, '2026-11-01')).toBe('never')
  expect(calibrationState(probe(), null, '2026-11-01')).toBe('not_needed')
  const wrong = { passed: false, points: judgePoints([{ ...point, as_found: '2' }]), next_due_on: null }
  expect(calibrationState(probe(), wrong, '2026-11-01')).toBe('overdue')
})

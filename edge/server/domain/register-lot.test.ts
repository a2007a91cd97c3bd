import { FlowError } from '@flowviz/contract/error'
import { LotCode, type LotRegistration } from '@flowviz/contract/lot'
import type { Measurement } from '@flowviz/contract/measurement'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CAPTURED } from '../writer/testing/captured.ts'
import { codeDay, nextLotCode } from './lot-code.ts'
import { type LotState, registerLot } from './register-lot.ts'

const state = (change: Partial<LotState> = {}): LotState => ({
  site: 'kiel',
  epoch: 1,
  taken: () => false,
  lastNumber: () => 0,
  lotId: '019ab0a2-5c00-7000-8000-000000000009',
  now: '2026-11-23T05:00:00.000Z',
  ...change,
})
const raw = (change: Partial<LotRegistration>): LotRegistration => ({ lot_type: 'RAW', ...change })
const byScale = (change: Partial<Measurement> = {}) =>
  registerLot(
    raw({ scale_id: 'scale-1' }),
    { ...CAPTURED, measurement: { ...CAPTURED.measurement, ...change } },
    state(),
  )
const refused = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error instanceof FlowError ? error.code : error
  }
  return 'taken'
}

test('a weight comes from the scale or from a person, from one of them exactly', () => {
  const manual = raw({ weight_kg: '5.0' })
  expect(refused(() => registerLot(raw({}), null, state()))).toBe('weight_missing')
  expect(refused(() => registerLot(raw({ scale_id: 'scale-1' }), null, state()))).toBe('weight_missing')
  expect(refused(() => registerLot(raw({ scale_id: 'scale-2' }), CAPTURED, state()))).toBe('weight_missing')
  expect(refused(() => registerLot(manual, CAPTURED, state()))).toBe('weight_ambiguous')
  expect(refused(() => registerLot({ ...manual, scale_id: 'scale-1' }, null, state()))).toBe('weight_ambiguous')
  expect(registerLot(manual, null, state()).weight).toEqual({ method: 'manual', manual_reason: null })
})

test('the weight of a scale counts while it stands still and shows something, whatever its unit of mass', () => {
  expect(byScale()).toMatchObject({ weight_kg: '100.50', weight_mg: 100_500_000, weight: CAPTURED })
  expect(byScale({ value: '500', unit: 'g' })).toMatchObject({ weight_kg: '0.500', weight_mg: 500_000 })
  const weight = { stable: false, basis: 'net' } as const
  expect(refused(() => byScale({ weight }))).toBe('scale_unstable')
  expect(refused(() => byScale({ weight: { ...weight, stable: null } }))).toBe('scale_unstable')
  expect(refused(() => byScale({ quality: 'bad', reason: 'overload', value: null }))).toBe('scale_refused')
  expect(refused(() => byScale({ quality: 'uncertain', reason: 'calibration_overdue' }))).toBe('scale_refused')
  for (const value of ['0.00', '-1.5'])
    expect(
      refused(() => byScale({ value })),
      value,
    ).toBe('scale_refused')
  expect(refused(() => byScale({ unit: 'Cel' }))).toBe('quantity_invalid')
})

test('numbers are written in their shortest form, text stays as it is, exponents are refused', () => {
  const kg = (weight_kg: string | number) => registerLot(raw({ weight_kg }), null, state()).weight_kg
  expect([kg(12.5), kg('12.500'), kg(0.001), kg(1_000_000)]).toEqual(['12.5', '12.500', '0.001', '1000000'])
  for (const weight of [1e-7, '1e3', 0, '0.0', '-1', 1_000_001, '999999999999'])
    expect(
      refused(() => kg(weight)),
      String(weight),
    ).toBe('quantity_invalid')
  const warm = (temperature_c: string | number) =>
    registerLot(raw({ weight_kg: 1, temperature_c }), null, state()).temperature_c
  expect([warm(-18), warm('-18.50')]).toEqual(['-18', '-18.50'])
})

test('a code is unique at its site, and a moment that never was is refused', () => {
  const registration = raw({ weight_kg: 1, lot_code: 'A-1' })
  expect(refused(() => registerLot(registration, null, state({ taken: code => code === 'A-1' })))).toBe(
    'lot_code_taken',
  )
  const never = { ...registration, occurred_at: '2026-02-30T05:00:00.000Z' }
  expect(refused(() => registerLot(never, null, state()))).toBe('body_invalid')
})

test('a generated code is the next free one of its day and line, and can stand on a label', () => {
  const generated = (change: Partial<LotState>, line?: string) =>
    registerLot(raw(line === undefined ? { weight_kg: 1 } : { weight_kg: 1, line }), null, state(change)).lot_code
  expect(generated({})).toBe('KIE-261123-L1-0001')
  expect(generated({ lastNumber: (day, line) => (day === '261123' && line === 'B2' ? 7 : 0) }, 'B2')).toBe(
    'KIE-261123-B2-0008',
  )
  expect(generated({ epoch: 2, lastNumber: () => 7 })).toBe('KIE-261123-L1-2001')
  expect(generated({ epoch: 2, lastNumber: () => 2_004 })).toBe('KIE-261123-L1-2005')
  const pattern = new RegExp((LotCode as unknown as { pattern: string }).pattern)
  fc.assert(
    fc.property(fc.nat(9_000), fc.uniqueArray(fc.nat(50)), (lastNumber, held) => {
      const taken = new Set(held.map(at => `KIE-261123-L1-${String(lastNumber + at).padStart(4, '0')}`))
      const code = nextLotCode({ site: 'kiel', epoch: 1, lastNumber, taken: one => taken.has(one) }, '261123', 'L1')
      expect(taken.has(code)).toBe(false)
      expect(code).toMatch(pattern)
      expect(Number(code.split('-')[3])).toBeGreaterThan(lastNumber)
      expect(code.length).toBeLessThanOrEqual(20)
    }),
  )
  expect(codeDay('2026-11-23T05:00:00.000Z')).toBe('261123')
})

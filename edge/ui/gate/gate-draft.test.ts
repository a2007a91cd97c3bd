import type { QcCheck } from '@flowviz/contract/plant/qc-plan'
import { describe, expect, it } from 'vitest'
import { checkState, emptyDraft, missingFor, valuesOf } from './gate-draft.ts'

const clean: QcCheck = { parameter: 'clean', title: 'Visually clean' }
const core: QcCheck = { parameter: 'core', title: 'Core temperature', unit: 'Cel', low: '74.0', high: '95' }
const gate = { checks: [clean, core] }
const draft = (values: Record<string, boolean | string>, reason: string | null = null) => ({
  ...emptyDraft('x'),
  values,
  reason,
})

describe('a gate on the tablet', () => {
  it('judges a value against both limits, the limits being good themselves', () => {
    expect(['73.9', '74', '74.0', '95', '95.01', '', '7.', '-80'].map(value => checkState(core, value))).toEqual([
      'bad',
      'good',
      'good',
      'good',
      'bad',
      'open',
      'wrong',
      'bad',
    ])
  })

  it('releases only what was checked wholly and found good', () => {
    expect(missingFor('PASS', gate, draft({}))).toBe('checks_open')
    expect(missingFor('PASS', gate, draft({ clean: true }))).toBe('checks_open')
    expect(missingFor('PASS', gate, draft({ clean: true, core: '73' }))).toBe('checks_bad')
    expect(missingFor('PASS', gate, draft({ clean: false, core: '80' }))).toBe('checks_bad')
    expect(missingFor('PASS', gate, draft({ clean: true, core: '80' }))).toBeNull()
  })

  it('holds and rejects for a reason, whatever was measured so far', () => {
    expect(missingFor('HOLD', gate, draft({}))).toBe('reason')
    expect(missingFor('FAIL', gate, draft({ core: '20' }, 'Too cold'))).toBeNull()
  })

  it('sends what was entered and nothing that was not', () => {
    expect(valuesOf(gate, draft({ clean: false, core: '' }))).toEqual([{ parameter: 'clean', value: false }])
  })
})

import { expect, test } from 'vitest'
import { changeOf } from './audit-change.ts'

const device = (type: string, config: object) => ({ type, subject: 'device:scale-1', data: { config } })
const gate = (gate_id: string, decision: string, value: string) => ({
  type: 'gate.decided',
  subject: 'lot:1',
  data: { gate_id, decision, values: [{ parameter: 'core', value }], lot_id: '1' },
})

test('the first version of a record has no before, and all of it is after', () => {
  expect(changeOf(device('device.registered', { poll_ms: 200 }), [])).toEqual({
    before: null,
    after: { 'config.poll_ms': 200 },
  })
})

test('a version is compared with the version before it, and what it leaves out is gone', () => {
  const earlier = [
    { type: 'device.acted', subject: 'device:scale-1', data: { action: 'tare' } },
    device('device.changed', { poll_ms: 200, name: 'Old', limits: { high: '5' }, port: '/dev/a' }),
    device('device.registered', { poll_ms: 1, name: 'Oldest' }),
  ]
  expect(changeOf(device('device.changed', { poll_ms: 200, name: 'New', limits: { high: '6' } }), earlier)).toEqual({
    before: { 'config.name': 'Old', 'config.limits.high': '5', 'config.port': '/dev/a' },
    after: { 'config.name': 'New', 'config.limits.high': '6' },
  })
})

test('a change of state is compared field by field with the last event that set the field', () => {
  const state = (data: object) => ({ type: 'device.state_changed', subject: 'device:probe-1', data })
  const earlier = [
    { type: 'device.acted', subject: 'device:probe-1', data: { action: 'read', reason: 'asked' } },
    state({ state: 'ok', reason: 'ok', detail: 'It answers.' }),
  ]
  expect(changeOf(state({ state: 'lost', reason: 'comm_timeout', detail: 'It answers.' }), earlier)).toEqual({
    before: { state: 'ok', reason: 'asked' },
    after: { state: 'lost', reason: 'comm_timeout' },
  })
})

test('what is decided at one gate is no before of another gate, and a recheck has the first decision before it', () => {
  const earlier = [gate('chill', 'PASS', '3.9'), gate('cook', 'FAIL', '71.0')]
  expect(changeOf(gate('cook', 'PASS', '75.2'), earlier)).toEqual({
    before: { decision: 'FAIL', values: [{ parameter: 'core', value: '71.0' }] },
    after: { decision: 'PASS', values: [{ parameter: 'core', value: '75.2' }] },
  })
  expect(changeOf(gate('metal', 'PASS', '1'), earlier).before).toBeNull()
})

test('the events before are read only until every field is found', () => {
  let read = 0
  function* earlier() {
    for (;;) {
      read += 1
      yield { type: 'run.paused', subject: 'run:1', data: { run_id: '1', from: 'RUNNING', to: 'PAUSED' } }
    }
  }
  const event = { type: 'run.resumed', subject: 'run:1', data: { run_id: '1', from: 'PAUSED', to: 'RUNNING' } }
  expect(changeOf(event, earlier()).before).toEqual({ from: 'RUNNING', to: 'PAUSED' })
  expect(read).toBe(1)
})

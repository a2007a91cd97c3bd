import type { Reading, Verdict } from '@flowviz/contract/reading'
import { expect, test } from 'vitest'
import { PROBE } from '../testing/device.ts'
import { limitWatch } from './limit-watch.ts'

function watched() {
  const told: string[] = []
  const evidence: number[] = []
  let seq = 0
  const watch = limitWatch(({ verdict, reading_seq }) => {
    told.push(verdict)
    evidence.push(reading_seq)
  })
  const see = (...verdicts: Verdict[]) => {
    for (const verdict of verdicts) {
      seq += 1
      const bad = verdict === 'unjudged'
      const at = '2026-11-23T05:00:00.000Z'
      const reading: Reading = {
        seq,
        device_id: PROBE.id,
        channel: 'temperature',
        value: bad ? null : '6.1',
        unit: bad ? null : 'Cel',
        quality: bad ? 'bad' : 'good',
        reason: bad ? 'comm_timeout' : 'ok',
        verdict,
        measured_at: at,
        received_at: at,
        source: String(seq),
      }
      watch.see(reading, PROBE)
    }
  }
  return { watch, see, told, evidence }
}

test('a limit is crossed when the next reading says so too, and the first one is the evidence', () => {
  const { see, told, evidence } = watched()
  see('within', 'high', 'high', 'high', 'within', 'within')
  expect(told).toEqual(['high', 'within'])
  expect(evidence).toEqual([2, 5])
})

test('one wild sample crosses nothing', () => {
  const { see, told } = watched()
  see('within', 'high', 'within', 'low', 'high', 'within')
  expect(told).toEqual([])
})

test('a reading that could not be judged neither confirms nor clears', () => {
  const { see, told, evidence } = watched()
  see('high', 'unjudged', 'high')
  expect([told, evidence]).toEqual([['high'], [1]])
})

test('after a restart a crossing is not told twice, and its end is not missed', () => {
  const { watch, see, told } = watched()
  const common = { device_id: PROBE.id, channel: 'temperature', value: '6', unit: 'Cel', measured_at: '' }
  watch.resume([
    { ...common, verdict: 'within', reading_seq: 1 },
    { ...common, verdict: 'high', reading_seq: 2 },
  ])
  see('high', 'high', 'within', 'within')
  expect(told).toEqual(['within'])
})

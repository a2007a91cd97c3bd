import { hash } from 'node:crypto'
import type { EventData } from '@flowviz/contract/event'
import { type Reading, sealLine } from '@flowviz/contract/reading'
import { expect, test } from 'vitest'
import { sealReadings } from './seal.ts'

const reading = (seq: number): Reading => ({
  seq,
  device_id: seq % 3 === 0 ? 'scale-1' : 'probe-1',
  channel: seq % 3 === 0 ? 'weight' : 'temperature',
  value: String(seq),
  unit: seq % 3 === 0 ? 'kg' : 'Cel',
  quality: 'good',
  reason: 'ok',
  verdict: 'within',
  measured_at: '2026-11-23T05:00:00.000Z',
  received_at: '2026-11-23T05:00:00.000Z',
  source: String(seq),
})

function plant(count: number) {
  const all = Array.from({ length: count }, (_, at) => reading(at + 1))
  const seals: EventData<'reading.sealed'>[] = []
  const options = {
    reader: { sealedTo: () => seals.at(-1)?.to_seq ?? 0 },
    telemetry: {
      after: (seq: number, limit: number) => all.slice(seq, seq + limit),
      lastSeq: () => all.length,
    },
    tell: async (seal: EventData<'reading.sealed'>) => void seals.push(seal),
    patient: () => true,
  }
  return { all, seals, options }
}

test('a seal holds every reading since the last one, with the digest of each channel in their order', async () => {
  const { all, seals, options } = plant(1_300)
  expect(await sealReadings(options)).toBe(1_300)
  all.push(reading(1_301), reading(1_302))
  expect(await sealReadings(options)).toBe(2)
  expect(await sealReadings(options)).toBe(0)
  expect(seals.map(({ from_seq, to_seq }) => [from_seq, to_seq])).toEqual([
    [1, 1_300],
    [1_301, 1_302],
  ])
  for (const { channel, count, digest } of seals[0]!.channels) {
    const lines = all.slice(0, 1_300).filter(one => one.channel === channel)
    expect(count).toBe(lines.length)
    expect(digest).toBe(hash('sha256', lines.map(sealLine).join('\n'), 'hex'))
  }
})

test('a stop does not wait for a backlog: what is left is sealed after the next start', async () => {
  const { seals, options } = plant(150_000)
  await sealReadings({ ...options, patient: () => seals.length === 0 })
  expect(seals.map(({ from_seq, to_seq }) => [from_seq, to_seq])).toEqual([[1, 100_000]])
  await sealReadings(options)
  expect(seals.at(-1)).toMatchObject({ from_seq: 100_001, to_seq: 150_000 })
})

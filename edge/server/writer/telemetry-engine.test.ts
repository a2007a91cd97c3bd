import { hash } from 'node:crypto'
import { join } from 'node:path'
import { type Reading, sealLine } from '@flowviz/contract/reading'
import { expect, onTestFinished, test } from 'vitest'
import { checkTelemetry } from '../maintain/telemetry-check.ts'
import type { NewReading } from '../parts.ts'
import { limitPages, pageCount, synchronousOf } from '../store/open.ts'
import { quarantineStore } from '../store/quarantine-store.ts'
import { openTelemetryReader } from '../store/telemetry-reader.ts'
import type { Outcome } from './command.ts'
import { openTelemetryEngine } from './telemetry-engine.ts'
import { BOX, folder, openBox } from './testing/box.ts'

function openFile() {
  const path = join(folder(), 'telemetry.db')
  const engine = openTelemetryEngine({ path, litestream: false })
  const reader = openTelemetryReader(path)
  onTestFinished(() => {
    reader.close()
    engine.close()
  })
  return { engine, reader }
}

function reading(at: number, change: Partial<NewReading> = {}): NewReading {
  const time = new Date(Date.UTC(2026, 10, 23, 5) + at * 1_000).toISOString()
  return {
    device_id: 'probe-1',
    channel: 'temperature',
    value: '4.50',
    unit: 'Cel',
    quality: 'good',
    reason: 'ok',
    verdict: 'within',
    measured_at: time,
    received_at: time,
    source: `0123456789abcdef:${at}`,
    ...change,
  }
}
const append = (one: NewReading) => ({ append: one })
const given = (outcomes: Outcome[]) => outcomes.map(outcome => (outcome.ok ? outcome.gives : outcome.code))

test('a value that a sensor had kept is stored, and is not the latest one, over a restart too', () => {
  const { engine, reader } = openFile()
  const kept = reading(2, { quality: 'uncertain', reason: 'historical', measured_at: '2026-11-20T05:00:00.000Z' })
  engine.run([append(reading(1)), append(kept)])
  engine.run([append({ ...kept, source: 'another' })])
  expect(reader.lastSeq()).toBe(3)
  expect(reader.latest().map(({ seq }) => seq)).toEqual([1])
})

test('readings come back as they were, with numbers without a gap', () => {
  const { engine, reader } = openFile()
  const weight = { stable: true, basis: 'net' as const, tare: '0.50' }
  const sent = [
    reading(1, { raw: '0d0aff', weight, unit: 'kg', channel: 'weight' }),
    reading(2, { value: null, unit: null, quality: 'bad', reason: 'comm_timeout', verdict: 'unjudged' }),
    reading(3, { raw: '' }),
  ]
  const stored = sent.map((one, at) => ({ ...one, seq: at + 1 }))
  expect(given(engine.run(sent.map(append)))).toEqual(stored)
  expect(reader.after(0, 10)).toEqual(stored)
  expect(Object.keys(reader.after(0, 1)[0]!)).toEqual(Object.keys(reader.after(0, 1)[0]!).toSorted(schemaOrder))
  expect(reader.lastSeq()).toBe(3)
  expect(reader.latest()).toEqual([stored[2], stored[0]])
  expect(synchronousOf(engine.db)).toBe(2)
})

const ORDER = 'seq device_id channel value unit quality reason weight raw verdict measured_at received_at source'.split(
  ' ',
)
const schemaOrder = (a: string, b: string) => ORDER.indexOf(a) - ORDER.indexOf(b)

test('a source that comes twice is one reading, in one batch and in two', () => {
  const { engine, reader } = openFile()
  expect(given(engine.run([append(reading(1)), append(reading(1)), append(reading(2))]))).toEqual([
    { ...reading(1), seq: 1 },
    null,
    { ...reading(2), seq: 2 },
  ])
  expect(given(engine.run([append(reading(2, { value: '9.9' }))]))).toEqual([null])
  expect(given(engine.run([append(reading(2, { channel: 'humidity' }))]))).toEqual([
    { ...reading(2, { channel: 'humidity' }), seq: 3 },
  ])
  expect(reader.after(0, 9).map(({ seq }) => seq)).toEqual([1, 2, 3])
})

test('a number with a bad quality is refused by the file itself, and its neighbours are stored without a gap', () => {
  const { engine, reader } = openFile()
  const bad = reading(2, { quality: 'bad', reason: 'crc_error', channel: 'other' })
  expect(given(engine.run([append(reading(1)), append(bad), append(reading(3))]))).toEqual([
    { ...reading(1), seq: 1 },
    'internal',
    { ...reading(3), seq: 2 },
  ])
  expect(reader.latest().map(({ seq }) => seq)).toEqual([2])
  expect(given(engine.run([append(reading(4, { channel: 'other' }))]))).toMatchObject([{ seq: 3 }])
  expect(reader.latest().map(({ seq }) => seq)).toEqual([3, 2])
})

test('a chart is the newest readings of its channel since a time, oldest first', () => {
  const { engine, reader } = openFile()
  engine.run(Array.from({ length: 10 }, (_, at) => append(reading(at + 1))))
  engine.run([append(reading(1, { device_id: 'probe-2' }))])
  const query = { device_id: 'probe-1', channel: 'temperature', since: null, limit: 3 }
  expect(reader.readings(query).map(({ seq }) => seq)).toEqual([8, 9, 10])
  const since = reading(9).received_at
  expect(reader.readings({ ...query, since, limit: 100 }).map(({ seq }) => seq)).toEqual([9, 10])
})

test('lost readings come back under their numbers; a gap, or a number for another reading, is refused', () => {
  const { engine, reader } = openFile()
  const lost = [1, 2, 3, 4].map<Reading>(seq => ({ ...reading(seq), seq }))
  expect(given(engine.run([{ heal: lost.slice(0, 2) }]))).toEqual([2])
  expect(given(engine.run([{ heal: lost.slice(0, 3) }]))).toEqual([1])
  expect(given(engine.run([{ heal: [{ ...reading(9), seq: 9 }] }]))).toEqual(['ledger_gap'])
  const twice = [lost[3]!, { ...reading(1), seq: 5 }]
  expect(given(engine.run([append(reading(20)), { heal: twice }]))).toEqual([{ ...reading(20), seq: 4 }, 'ledger_fork'])
  expect(reader.after(0, 9).map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
  expect(reader.latest().map(({ seq }) => seq)).toEqual([4])
})

test('a full disk refuses the batch, and the numbers go on without a gap once there is room', () => {
  const { engine, reader } = openFile()
  engine.run([append(reading(1))])
  limitPages(engine.db, pageCount(engine.db))
  const batch = Array.from({ length: 200 }, (_, at) => append(reading(at + 2, { raw: 'ab'.repeat(200) })))
  expect(new Set(given(engine.run(batch)))).toEqual(new Set(['storage_full']))
  limitPages(engine.db, 1_000_000)
  expect(engine.run(batch).every(({ ok }) => ok)).toBe(true)
  expect(reader.lastSeq()).toBe(201)
  expect(checkTelemetry(engine.db, null)).toMatchObject({ ok: true, seq: 201 })
})

test('undecodable payloads are kept up to a bound, the oldest go first, and all are counted', () => {
  const { engine, reader } = openFile()
  const entry = {
    received_at: '2026-11-23T05:00:00.000Z',
    identity: 'probe-1',
    topic: 't',
    cause: 'payload_undecodable',
  }
  engine.run([{ quarantine: { ...entry, payload: new Uint8Array([0, 255]) } }])
  expect(reader.quarantineCount()).toBe(1)
  const bounded = quarantineStore(engine.db, { rows: 3, bytes: 100 })
  for (let at = 0; at < 5; at += 1) bounded.add({ ...entry, payload: new Uint8Array(10) })
  expect(bounded.size()).toEqual({ held: 3, held_bytes: 30, dropped: 3 })
  bounded.add({ ...entry, payload: new Uint8Array(95) })
  expect(bounded.size()).toEqual({ held: 1, held_bytes: 95, dropped: 6 })
  expect(reader.quarantineCount()).toBe(7)
})

test('a reading that was changed after it was sealed is found', () => {
  const { engine, reader } = openFile()
  const box = openBox()
  engine.run([1, 2, 3].map(at => append(reading(at))))
  const digest = hash('sha256', reader.after(0, 3).map(sealLine).join('\n'))
  const channels = [{ device_id: 'probe-1', channel: 'temperature', count: 3, digest }]
  box.submit('record', {
    type: 'reading.sealed',
    actor: BOX,
    subject: 'readings',
    data: { from_seq: 1, to_seq: 3, channels },
    occurred_at: null,
  })
  expect(checkTelemetry(engine.db, box.engine.db)).toMatchObject({ ok: true, seq: 3 })
  engine.db.exec("UPDATE reading SET value = '4.40' WHERE seq = 2")
  expect(checkTelemetry(engine.db, box.engine.db)).toMatchObject({ ok: false, first_bad: { seq: 1 } })
  engine.db.exec('DELETE FROM reading WHERE seq = 2')
  expect(checkTelemetry(engine.db, null)).toMatchObject({ ok: false, first_bad: { seq: 2 } })
})

test('a document is kept once by its digest, and changed or lost bytes are found', () => {
  const { engine, reader } = openFile()
  const box = openBox()
  const kept = (text: string) => {
    const bytes = Buffer.from(text)
    return { sha256: hash('sha256', bytes), media_type: 'text/plain', bytes }
  }
  const [one, two] = [kept('certificate'), kept('delivery note')]
  expect(given(engine.run([{ attachment: one }, { attachment: { ...one, media_type: 'text/csv' } }]))).toEqual([
    true,
    false,
  ])
  const { media_type, bytes } = reader.attachment(one.sha256)!
  expect([media_type, Buffer.from(bytes).toString()]).toEqual(['text/plain', 'certificate'])
  expect(reader.attachment(two.sha256)).toBeNull()
  for (const { sha256, media_type, bytes } of [one, two])
    box.submit('record', {
      type: 'attachment.added',
      actor: BOX,
      subject: 'lot:x',
      data: {
        attachment_id: '019ab0a2-5c00-7000-8000-000000000001',
        sha256,
        size_bytes: bytes.length,
        media_type,
        name: 'a',
        subject: 'lot:x',
      },
      occurred_at: null,
    })
  const verdict = checkTelemetry(engine.db, box.engine.db)
  expect([verdict.ok, verdict.detail]).toEqual([true, '0 readings, 0 seals hold, 1 attachments, 1 more are lost'])
  engine.db.exec("UPDATE attachment SET bytes = x'00'")
  expect(checkTelemetry(engine.db, null)).toMatchObject({ ok: false, first_bad: { seq: 0 } })
})

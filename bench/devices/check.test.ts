import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { NewReading } from '../../edge/server/parts.ts'
import { openTelemetryEngine } from '../../edge/server/writer/telemetry-engine.ts'
import { check } from './check.ts'
import { Tally } from './tally.ts'

const reading = (device_id: string, value: string | null, source: string): NewReading => ({
  device_id,
  channel: 'weight',
  value,
  unit: value === null ? null : 'kg',
  quality: value === null ? 'bad' : 'good',
  reason: value === null ? 'comm_lost' : 'ok',
  verdict: 'unjudged',
  measured_at: '2026-01-05T06:00:00.000Z',
  received_at: '2026-01-05T06:00:00.000Z',
  source,
})

/** The file of an appliance that holds these readings. */
function fileOf(readings: NewReading[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'flowviz-bench-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'telemetry.db')
  const engine = openTelemetryEngine({ path, litestream: false })
  engine.run(readings.map(append => ({ append })))
  engine.close()
  return path
}

/** Three frames of a scale, of which these were acknowledged. */
function counted(...acknowledged: number[]) {
  const tally = new Tally()
  const from = performance.now()
  for (let frame = 1; frame <= 3; frame++) tally.write('scale-1')
  for (const number of acknowledged) tally.acknowledge('scale-1', number, performance.now())
  return tally.counted(from, performance.now() + 1)
}

test('a scale whose acknowledged frames are all there has lost nothing', () => {
  const count = counted(1, 3, 3)
  expect(count.kinds.scale).toMatchObject({ devices: 1, frames: 3, acknowledged: 2 })
  const file = fileOf([
    reading('scale-1', '0.01', 'a:1'),
    reading('scale-1', '0.03', 'a:2'),
    reading('scale-1', null, 'a:3'),
  ])
  expect(check(file, count)).toEqual({
    stored: { scale: 2, modbus: 0, mqtt: 0 },
    lost: 0,
    invented: 0,
    without_value: 1,
  })
})

test('a frame that was acknowledged and is not there is lost', () => {
  expect(check(fileOf([reading('scale-1', '0.01', 'a:1')]), counted(1, 2))).toMatchObject({ lost: 1, invented: 0 })
})

test('a frame that is there twice, or was never sent, is told', () => {
  const twice = [
    reading('scale-1', '0.01', 'a:1'),
    reading('scale-1', '0.01', 'a:2'),
    reading('scale-1', '0.04', 'a:3'),
  ]
  expect(check(fileOf(twice), counted(1))).toMatchObject({ lost: 0, invented: 2 })
})

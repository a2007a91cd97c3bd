import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import { expect, test } from 'vitest'
import type { Notice } from '../../driver.ts'
import { createPace } from '../../gateway/pace.ts'
import { byteByByte, whole } from '../../testing/mutation.ts'
import { replayLine } from '../../testing/replay-line.ts'
import { blueprint } from './driver.ts'

const CHANNEL: Channel = { name: 'temperature', unit: 'Cel' }

test('blueprint: a device that speaks by itself is measured from its first whole line on', async () => {
  for (const { chunks } of [whole, byteByByte]) {
    const line = replayLine(
      [{ tx: '00', rx: Buffer.from('7.10\r\n4.20\r\nFAULT\r\nwarm\r\n').toString('hex') }],
      chunks,
    )
    // The replay speaks when it is spoken to; this device does not wait for that.
    await line.write(Uint8Array.of(0))
    await line.close()
    const notices: Notice[] = []
    const measured: Measurement[] = []
    const pace = createPace(() => performance.now())
    const notice = (notice: Notice) => void notices.push(notice)
    const task = { settings: {}, channels: [CHANNEL], poll_ms: 0, timeout_ms: 0, pace, notice }
    for await (const batch of blueprint.measure(line, task, new AbortController().signal)) measured.push(...batch)
    expect(measured.map(({ value, reason }) => [value, reason])).toEqual([
      ['4.20', 'ok'],
      [null, 'sensor_fault'],
    ])
    expect(notices).toEqual([
      { kind: 'noise', bytes: 6 },
      { kind: 'noise', bytes: 6 },
    ])
  }
})

import { expect, onTestFinished, test } from 'vitest'
import { weihenstephan } from '../driver/weihenstephan/driver.ts'
import { createPace } from '../gateway/pace.ts'
import { openTcp } from '../transport/open/tcp.ts'
import { parsePlan } from './plan.ts'
import { startSimulator } from './simulator.ts'

test('a pretended machine counts, and its driver reads it tag by tag; a tag that it does not have is told', async () => {
  const device = { kind: 'weihenstephan', id: 'filler', tags: { '50257': 41, '60000': 300 } }
  const simulator = await startSimulator(parsePlan(JSON.stringify({ v: 1, devices: [device] })), () => Date.now())
  onTestFinished(() => simulator.stop())
  const line = await openTcp({ host: '127.0.0.1', port: Number(simulator.devices.filler!.port) })
  onTestFinished(() => line.close())
  const tag = (number: number) => ({ tag: number, type: 'uint32' as const, places: 0 })
  const task = {
    settings: { tags: { good: tag(50_257), speed: tag(60_000), torque: tag(9) } },
    channels: ['good', 'speed', 'torque'].map(name => ({ name, unit: '1' as const })),
    poll_ms: 10,
    timeout_ms: 500,
    pace: createPace(() => performance.now()),
    notice: () => undefined,
  }
  const rounds: (string | null)[][] = []
  for await (const round of weihenstephan.measure(line, task, new AbortController().signal)) {
    rounds.push(round.map(({ value }) => value))
    if (rounds.length === 2) break
  }
  expect(rounds).toEqual([
    ['41', '300', null],
    ['42', '300', null],
  ])
})

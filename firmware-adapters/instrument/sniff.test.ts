import { join } from 'node:path'
import { codeOf } from '@flowviz/contract/error'
import { seededRandom } from '@flowviz/contract/random'
import { expect, onTestFinished, test } from 'vitest'
import { createPace } from '../gateway/pace.ts'
import { withCrc } from '../protocol/modbus-frame.ts'
import { parsePlan } from '../simulator/plan.ts'
import { startSimulator } from '../simulator/simulator.ts'
import { bareLine } from '../testing/bare-line.ts'
import { ownFolder } from '../testing/folder.ts'
import type { ByteTransport } from '../transport/byte.ts'
import { openSerial } from '../transport/open/serial.ts'
import { BAUDS, type OpenLine, sniff } from './sniff.ts'

const pace = createPace(() => performance.now())
const random = seededRandom(7)

/** A pseudo-terminal has no rate: with any other one than this the bytes of the line are garbage. */
const onlyAt =
  (right: number): OpenLine =>
  async line => {
    const opened = await openSerial(line)
    if (line.baud === right) return opened
    async function* garbled() {
      for await (const chunk of opened.read()) yield chunk.map(() => Math.floor(random() * 256))
    }
    return { ...opened, read: garbled, closed: opened.closed } satisfies ByteTransport
  }

const SCALES: [string, Record<string, unknown>][] = [
  ['mt-continuous', {}],
  ['and', {}],
  ['sartorius-sbi', {}],
  ['ohaus', {}],
  ['shimadzu', {}],
  ['sma', {}],
  ['nci', {}],
  ['rice-lake', {}],
  ['cas', {}],
  ['dini-argeo', {}],
  ['soehnle', { stable_digit: 3 }],
  ['systec', {}],
]

test('twelve of twelve scales are recognised by listening to their lines, each with its rate and in less than 10 s', async () => {
  const folder = await ownFolder()
  const devices = SCALES.map(([kind, settings]) => {
    return { kind, id: `scale-${kind}`, link: join(folder, kind), settings, streams: true, period_ms: 50 }
  })
  const simulator = await startSimulator(parsePlan(JSON.stringify({ v: 1, devices })), () => Date.now())
  onTestFinished(() => simulator.stop())
  const heard = await Promise.all(
    SCALES.map(async ([kind], at) => {
      const baud = BAUDS[at % BAUDS.length]!
      const started = performance.now()
      const open = onlyAt(baud)
      const found = await sniff({ path: join(folder, kind), open, pace, bauds: BAUDS, listen_ms: 700 })
      return { kind, baud, found, took_ms: performance.now() - started }
    }),
  )
  for (const { kind, baud, found, took_ms } of heard) {
    expect(found.matches[0], kind).toMatchObject({ driver: kind })
    expect(found, kind).toMatchObject({ baud })
    expect(found.raw.length, kind).toBeGreaterThan(20)
    if (kind !== 'cas') expect(found, kind).toMatchObject({ parity: 'none', format: '8N1' })
    expect(took_ms, kind).toBeLessThan(10_000)
  }
}, 30_000)

test('not a byte is written while a line is listened to, whatever is heard', async () => {
  const { pty, written } = await bareLine()
  const speaking = setInterval(() => pty.write(Uint8Array.from({ length: 40 }, () => Math.floor(random() * 256))), 10)
  onTestFinished(() => clearInterval(speaking))
  const found = await sniff({ path: pty.path, open: openSerial, pace, bauds: BAUDS, listen_ms: 60 })
  expect(found).toMatchObject({ baud: null, matches: [] })
  expect(found.tried.map(({ baud }) => baud)).toEqual([...BAUDS])
  expect(found.bytes).toBeGreaterThan(0)
  expect(written).toEqual([])
})

test('a line where nobody speaks is told as silent, and one that another program holds as taken', async () => {
  const { pty, written } = await bareLine()
  const options = { path: pty.path, open: openSerial, pace, bauds: [9_600], listen_ms: 50 }
  expect(await sniff(options)).toMatchObject({ baud: null, bytes: 0, matches: [], parity: null })
  const held = await openSerial({ path: pty.path, baud: 9_600, format: '8N1' })
  onTestFinished(() => held.close())
  expect(await sniff(options).then(() => 'opened', codeOf)).toBe('port_taken')
  expect(written).toEqual([])
})

test('a foreign master and the units that it asks are seen on an RS-485 line', async () => {
  const { pty } = await bareLine()
  let unit = 0
  const speaking = setInterval(() => {
    unit = (unit % 3) + 1
    pty.write(withCrc(Uint8Array.of(unit, 3, 0, 7, 0, 1)))
    if (unit !== 3) pty.write(withCrc(Uint8Array.of(unit, 3, 2, 0xff, 0x4c)))
  }, 15)
  onTestFinished(() => clearInterval(speaking))
  const found = await sniff({ path: pty.path, open: openSerial, pace, bauds: [9_600], listen_ms: 400 })
  expect(found.matches[0]).toMatchObject({ driver: 'modbus' })
  expect(found.modbus).toEqual({ units: [1, 2, 3], foreign_master: true })
})

import { join } from 'node:path'
import { codeOf } from '@flowviz/contract/error'
import { expect, onTestFinished, test } from 'vitest'
import { createPace } from '../gateway/pace.ts'
import { parsePlan } from '../simulator/plan.ts'
import { startSimulator } from '../simulator/simulator.ts'
import { bareLine } from '../testing/bare-line.ts'
import { ownFolder } from '../testing/folder.ts'
import { openSerial } from '../transport/open/serial.ts'
import { detect } from './detect.ts'
import { PROBES } from './probe-list.ts'

const pace = createPace(() => performance.now())
const options = (path: string) => ({
  line: { path, baud: 9_600, format: '8N1' as const },
  open: openSerial,
  pace,
  idle: true,
})

const ASKED: [string, object][] = [
  ['mt-sics', {}],
  ['sma', {}],
  ['nci', {}],
  ['mt-8217', {}],
  ['and', {}],
  ['and', { family: 'indicator' }],
  ['sartorius-sbi', {}],
  ['ohaus', {}],
  ['dini-argeo', {}],
]

test('a silent scale is found out by questions that only read, and what would stand in devices.yaml is shown', async () => {
  const folder = await ownFolder()
  const devices = ASKED.map(([kind, settings], at) => {
    const common = { kind, id: `scale-${at}`, link: join(folder, `scale-${at}`), cycle: false }
    return kind === 'mt-sics' ? common : { ...common, settings }
  })
  const simulator = await startSimulator(parsePlan(JSON.stringify({ v: 1, devices })), () => Date.now())
  onTestFinished(() => simulator.stop())
  // What a scale says when it is switched on went by before anybody listened.
  await pace.wait(100)
  const found = await Promise.all(ASKED.map((_, at) => detect(options(join(folder, `scale-${at}`)))))
  for (const [at, [kind]] of ASKED.entries()) {
    expect(found[at]!.matches[0], kind).toMatchObject({ driver: kind })
    expect(found[at]!.matches[0]!.score, kind).toBeGreaterThan(0.7)
    expect(found[at]!.snippet, kind).toContain(`driver: ${kind}`)
    if ('family' in ASKED[at]![1]) expect(found[at]!.snippet).toContain('family: indicator')
    expect(found[at]!.answers[0]!.raw.length, kind).toBeGreaterThan(8)
  }
}, 30_000)

test('nothing is sent but the questions that only read, each alone on a flushed line, and nothing without the word that it is idle', async () => {
  const { pty, written } = await bareLine()
  expect(await detect({ ...options(pty.path), idle: false }).then(() => 'asked', codeOf)).toBe('idle_unsaid')
  expect(written).toEqual([])
  expect(await detect(options(pty.path))).toEqual({ answers: [], matches: [], snippet: null })
  expect(Buffer.from(written).toString('latin1')).toBe('SI\r\n\nW\rW\rQ\r\nRW\r\n\x1bP\r\nIP\r\nREAD\r\n')
  const letters = PROBES.map(({ sent }) => Buffer.from(sent).toString('latin1')).join('')
  for (const harmful of ['T', 'Z', 'C', '@', 'K', '\x1bR', '\x1bS']) expect(letters).not.toContain(harmful)
}, 20_000)

test('a device that speaks by itself is listened to and not asked', async () => {
  const { pty, written } = await bareLine()
  const speaking = setInterval(() => pty.write(new TextEncoder().encode('S     12.345kg \r')), 50)
  onTestFinished(() => clearInterval(speaking))
  const { matches, answers } = await detect(options(pty.path))
  expect(matches[0]).toMatchObject({ driver: 'shimadzu' })
  expect(answers.map(({ probe }) => probe)).toEqual(['listening'])
  expect(written).toEqual([])
}, 20_000)

import { join } from 'node:path'
import { codeOf } from '@flowviz/contract/error'
import type { Measurement } from '@flowviz/contract/measurement'
import { expect, onTestFinished } from 'vitest'
import type { Notice, Task } from '../driver.ts'
import { createPace } from '../gateway/pace.ts'
import { decimalOf } from '../scale/decimal.ts'
import { scaleDriver } from '../scale/driver.ts'
import type { Commands, ScaleProtocol } from '../scale/protocol.ts'
import { NOISE } from '../scale/said.ts'
import type { ScaleSettings } from '../scale/settings.ts'
import { lineText, TextFramer } from '../scale/text-line.ts'
import { openPty } from '../simulator/pty-line.ts'
import { openSerial } from '../transport/open/serial.ts'
import { ownFolder } from './folder.ts'

const bytes = (text: string) => new TextEncoder().encode(`${text}\r\n`)
export const ALL_COMMANDS: Commands = {
  weight: bytes('W'),
  tare: bytes('T'),
  clear_tare: bytes('C'),
  zero: bytes('Z'),
}

/** A protocol as plain as can be: `S 1.000 kg G` or `D 1.000 kg N`, `OL`, and `OK` or `NO` for commands. */
export function plainProtocol(commands: Commands, acknowledges: boolean): ScaleProtocol {
  return {
    id: 'plain',
    schema: {},
    defaults: { modes: ['poll', 'stream', 'print'], poll_ms: 200, timeout_ms: 1_000 },
    framer: (_, noise) => new TextFramer('crlf', noise),
    decode: frame => {
      const text = lineText(frame) ?? ''
      if (text === 'OL') return { kind: 'status', reason: 'overload' }
      if (text === 'OK' || text === 'NO') return { kind: 'ack', done: text === 'OK' }
      const found = /^(?<state>[SD]) (?<number>\S+) kg (?<basis>[GN])$/.exec(text)?.groups
      const value = decimalOf(found?.number ?? '')
      if (found === undefined || value === null) return NOISE
      return {
        kind: 'weight',
        value,
        unit: 'kg',
        stable: found.state === 'S',
        basis: found.basis === 'N' ? 'net' : 'gross',
      }
    },
    commands: () => commands,
    acknowledges,
  }
}

/** A scale on a real pseudo-terminal that does one command after the other, each as slowly as it is told to. */
export async function plainScale({ answers }: { answers: boolean }) {
  const path = join(await ownFolder(), 'scale')
  const pty = await openPty(path)
  const scale = {
    /** Grams on the plate, and what was tared of them. */
    load: 1_000,
    tare: 0,
    stable: true,
    overloaded: false,
    /** Takes a command and does nothing. */
    stubborn: false,
    refuses: false,
    /** How long the next answers take, first one first; then 0. */
    delays: [] as number[],
    mute: false,
    asked: [] as string[],
  }
  let received = ''
  let turn: Promise<void> = Promise.resolve()
  const shown = () => {
    if (scale.overloaded) return 'OL'
    const net = (scale.load - scale.tare) / 1_000
    return `${scale.stable ? 'S' : 'D'} ${net.toFixed(3)} kg ${scale.tare === 0 ? 'G' : 'N'}`
  }
  const say = (text: string) => pty.write(bytes(text))
  const change = (command: string) => {
    if (scale.refuses || scale.stubborn) return
    if (command === 'T') scale.tare = scale.load
    if (command === 'C') scale.tare = 0
    if (command === 'Z') scale.load = 0
  }
  const execute = async (command: string) => {
    // What it says is what it weighs when it takes the command up, however late it says it.
    const weight = shown()
    await new Promise(resolve => setTimeout(resolve, scale.delays.shift() ?? 0))
    if (scale.mute) return
    if (command !== 'W') change(command)
    if (command === 'W') say(weight)
    else if (answers) say(scale.refuses ? 'NO' : 'OK')
  }
  pty.onBytes(chunk => {
    received += chunk.toString('latin1')
    const commands = received.split('\r\n')
    received = commands.pop()!
    for (const command of commands) {
      scale.asked.push(command)
      turn = turn.then(() => execute(command))
    }
  })
  onTestFinished(async () => {
    await turn
    await pty.destroy()
  })
  const open = async () => {
    const line = await openSerial({ path, baud: 9600, format: '8N1' })
    onTestFinished(() => line.close())
    return line
  }
  return { scale, pty, line: await open(), open, say, shown }
}

/** What a driver of a plain scale is to do, and what it has noticed. */
export function plainTask(settings: Partial<ScaleSettings>): { task: Task<ScaleSettings>; notices: Notice[] } {
  const notices: Notice[] = []
  return {
    notices,
    task: {
      settings: { mode: 'poll', settle_ms: 0, stable_ms: 600, ...settings },
      channels: [{ name: 'weight', unit: 'kg' }],
      poll_ms: 20,
      timeout_ms: 100,
      pace: createPace(() => performance.now()),
      notice: notice => notices.push(notice),
    },
  }
}

export const plainDriver = scaleDriver(plainProtocol(ALL_COMMANDS, false))
export const answeringDriver = scaleDriver(plainProtocol(ALL_COMMANDS, true))
export const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

export type PlainScale = Awaited<ReturnType<typeof plainScale>>

/** Measures in the background, anew with the task of `before`; `end` stops it and gives why it ended, null when it was only stopped. */
export function measuring(
  { line }: Pick<PlainScale, 'line'>,
  settings: Partial<ScaleSettings> = {},
  before?: ReturnType<typeof plainTask>,
) {
  const { task, notices } = before ?? plainTask(settings)
  const over = new AbortController()
  const seen: Measurement[] = []
  const failed = (async () => {
    try {
      for await (const batch of plainDriver.measure(line, task, over.signal)) seen.push(...batch)
      return null
    } catch (error) {
      return codeOf(error)
    }
  })()
  const end = () => {
    over.abort()
    return failed
  }
  const until = async (holds: () => boolean) => {
    for (let round = 0; !holds() && round < 400; round++) await pause(10)
    expect(holds()).toBe(true)
  }
  return { task, notices, seen, failed, end, until, values: () => seen.map(({ value }) => value) }
}

/** How often, or how much of, something was noticed. */
export const count = (notices: Notice[], kind: Notice['kind']) =>
  notices
    .filter(notice => notice.kind === kind)
    .reduce((sum, notice) => sum + ('count' in notice ? notice.count : 1), 0)

import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import type { Measurement } from '@flowviz/contract/measurement'
import { expect, onTestFinished, test } from 'vitest'
import type { Notice, Task } from '../driver.ts'
import { createPace } from '../gateway/pace.ts'
import type { ScaleDriver } from '../scale/driver.ts'
import type { ScaleSettings } from '../scale/settings.ts'
import { openPty } from '../simulator/pty-line.ts'
import type { ByteTransport } from '../transport/byte.ts'
import { openSerial } from '../transport/open/serial.ts'
import { openTcp } from '../transport/open/tcp.ts'
import { ownFolder } from './folder.ts'

/** What stands on a pretended scale, in grams, and what its display says of it. */
export class Plate {
  load = 1_250
  tare = 0
  moving = false
  overloaded = false

  get net(): boolean {
    return this.tare !== 0
  }

  /** Kilograms with three places, the sign in front. */
  get shown(): string {
    return ((this.load - this.tare) / 1_000).toFixed(3)
  }

  change(what: 'tare' | 'clear_tare' | 'zero'): void {
    if (what === 'tare') this.tare = this.load
    if (what === 'clear_tare') this.tare = 0
    if (what === 'zero') this.load = this.tare = 0
  }
}

/** How a scale speaks: what it makes of the bytes that are sent to it, one command of its own after the other. */
export interface Speech {
  /** Cuts what was received into commands and the rest that is not whole yet. */
  commands(received: string): { whole: string[]; rest: string }
  /** What it answers, in bytes as latin1 text; null for nothing. */
  answer(command: string, plate: Plate): string | null
}

/** Commands that end in CR, CR LF or whatever else begins with CR. */
export const commandLines = (received: string) => {
  const whole = received.split(/\r\n?/)
  return { rest: whole.pop()!, whole }
}

type Opened = { line: ByteTransport; plate: Plate; asked: string[] }

function listener({ commands, answer }: Speech, plate: Plate, asked: string[]) {
  let received = ''
  return (chunk: Buffer, send: (bytes: Buffer) => void) => {
    const { whole, rest } = commands(received + chunk.toString('latin1'))
    received = rest
    for (const command of whole) {
      asked.push(command)
      const said = answer(command, plate)
      if (said !== null) send(Buffer.from(said, 'latin1'))
    }
  }
}

async function onSerial(speech: Speech): Promise<Opened> {
  const plate = new Plate()
  const asked: string[] = []
  const path = join(await ownFolder(), 'scale')
  const pty = await openPty(path)
  const hear = listener(speech, plate, asked)
  pty.onBytes(chunk => hear(chunk, bytes => pty.write(bytes)))
  const line = await openSerial({ path, baud: 9600, format: '8N1' })
  onTestFinished(async () => {
    await line.close()
    await pty.destroy()
  })
  return { line, plate, asked }
}

async function onTcp(speech: Speech): Promise<Opened> {
  const plate = new Plate()
  const asked: string[] = []
  const hear = listener(speech, plate, asked)
  const server = createServer((socket: Socket) => {
    // The test may hang up while an answer is on its way.
    socket.on('error', () => undefined)
    socket.on('data', chunk => hear(chunk, bytes => socket.write(bytes)))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const line = await openTcp({ host: '127.0.0.1', port: (server.address() as AddressInfo).port })
  onTestFinished(async () => {
    await line.close()
    server.close()
  })
  return { line, plate, asked }
}

export interface SpokenCase<S extends object> {
  driver: ScaleDriver<S>
  /** What the protocol adds to the settings of every scale. */
  settings: Omit<S, keyof ScaleSettings>
  speech: Speech
  /** What it can be told to do; the rest must be refused without a byte. */
  does: readonly ('tare' | 'clear_tare' | 'zero')[]
  /** What a moving scale is measured as; a protocol of stable weights only says busy. */
  moving: 'unstable' | 'busy'
}

const taskOf = <S extends object>(settings: Omit<S, keyof ScaleSettings>, notices: Notice[]) =>
  ({
    settings: { mode: 'poll', settle_ms: 0, stable_ms: 400, ...settings },
    channels: [{ name: 'weight', unit: 'kg' }],
    poll_ms: 10,
    timeout_ms: 200,
    pace: createPace(() => performance.now()),
    notice: (notice: Notice) => notices.push(notice),
  }) as unknown as Task<S>

/** The behaviour of a polled scale on a real line, serial and TCP: it is measured, tared, cleared and zeroed. */
export function spokenSuite<S extends object>(name: string, subject: SpokenCase<S>): void {
  const { driver, settings, speech, does, moving } = subject
  for (const [over, open] of [
    ['a serial line', onSerial],
    ['TCP', onTcp],
  ] as const) {
    test(`${name} is measured over ${over} as it is, moving and overloaded`, async () => {
      const { line, plate } = await open(speech)
      const seen: Measurement[] = []
      const notices: Notice[] = []
      for await (const [measurement] of driver.measure(line, taskOf(settings, notices), new AbortController().signal)) {
        seen.push(measurement!)
        if (seen.length === 2) plate.moving = true
        if (seen.length === 4) plate.overloaded = true
        if (seen.length === 6) break
      }
      expect(seen.slice(0, 2)).toMatchObject([{ value: '1.250' }, { value: '1.250' }])
      expect(seen[1]!.quality).toBe('good')
      expect(seen[3]).toMatchObject({ reason: moving })
      expect(seen[5]).toMatchObject({ value: null, reason: 'overload' })
      expect(notices.filter(({ kind }) => kind === 'noise' || kind === 'timeout' || kind === 'late')).toEqual([])
    })

    test(`${name} does what it can over ${over}, and it is proven by what it shows`, async () => {
      const { line, plate, asked } = await open(speech)
      const task = taskOf<S>(settings, [])
      const { signal } = new AbortController()
      const acts = { tare: driver.tare, clear_tare: driver.clearTare, zero: driver.zero }
      for (const what of ['tare', 'clear_tare', 'zero'] as const) {
        const before = asked.length
        const outcome = await acts[what](line, task, signal)
        if (does.includes(what)) expect(outcome, what).toMatchObject({ outcome: 'done' })
        else {
          expect(outcome, what).toMatchObject({ outcome: 'refused', reason: 'not_supported' })
          expect(asked.length).toBe(before)
        }
      }
      plate.load = 2_000
      plate.tare = 0
      expect(await driver.stableWeight(line, task, signal)).toMatchObject({ outcome: 'done', detail: '2.000 kg' })
      plate.moving = true
      const waiting = driver.stableWeight(line, task, signal)
      setTimeout(() => {
        plate.moving = false
      }, 100)
      expect(await waiting).toMatchObject({ outcome: 'done', detail: '2.000 kg' })
      plate.moving = true
      expect(await driver.stableWeight(line, task, signal)).toMatchObject({ outcome: 'failed', reason: 'busy' })
    })
  }
}

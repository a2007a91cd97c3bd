import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Notice } from '../../driver.ts'
import { createPace } from '../../gateway/pace.ts'
import { openPty } from '../../simulator/pty-line.ts'
import { ownFolder } from '../../testing/folder.ts'
import { openSerial } from '../../transport/open/serial.ts'
import { dialogueOn } from './dialogue.ts'

/** A scale on a real pseudo-terminal that does one command after the other, each as slowly as it is told to. */
async function slowScale() {
  const path = join(await ownFolder(), 'scale')
  const pty = await openPty(path)
  const scale = { load: '1.000', delay_ms: 0, knowsI2: true, asked: [] as string[] }
  let received = ''
  let turn: Promise<void> = Promise.resolve()
  const answer = async (command: string) => {
    const weight = `S S ${scale.load.padStart(10)} kg`
    const identity = scale.knowsI2 ? 'I2 A "slow scale"' : 'ES'
    await new Promise(resolve => setTimeout(resolve, scale.delay_ms))
    pty.write(Buffer.from(`${command === 'SI' ? weight : identity}\r\n`))
  }
  pty.onBytes(chunk => {
    received += chunk.toString('latin1')
    const commands = received.split('\r\n')
    received = commands.pop()!
    for (const command of commands) {
      scale.asked.push(command)
      turn = turn.then(() => answer(command))
    }
  })
  const line = await openSerial({ path, baud: 9600, format: '8N1' })
  onTestFinished(async () => {
    await line.close()
    await turn
    await pty.destroy()
  })
  const notices: Notice[] = []
  const dialogue = dialogueOn(line, {
    pace: createPace(() => performance.now()),
    notice: notice => notices.push(notice),
  })
  await dialogue.settle(0, new AbortController().signal)
  const weigh = async () => {
    const reply = await dialogue.ask('SI', 100)
    return reply?.decoded.kind === 'weight' ? reply.decoded.value : null
  }
  return { scale, pty, weigh, notices }
}

for (const [late_ms, knowsI2] of [
  [110, true],
  [180, true],
  [290, true],
  [450, true],
  [180, false],
] as const)
  test(`a weight that comes ${late_ms} ms after it was asked for is never the answer to a later question (I2 ${knowsI2 ? 'known' : 'unknown'})`, async () => {
    const { scale, weigh } = await slowScale()
    scale.knowsI2 = knowsI2
    expect(await weigh()).toBe('1.000')
    scale.delay_ms = late_ms
    expect(await weigh()).toBeNull()
    scale.load = '2.000'
    scale.delay_ms = 5
    const seen: (string | null)[] = []
    while (seen.filter(value => value !== null).length < 5) seen.push(await weigh())
    expect(seen.filter(value => value !== null)).toEqual(Array(5).fill('2.000'))
    // Once it is sure again, nothing but the weight is asked for.
    expect(scale.asked.slice(-4)).toEqual(['SI', 'SI', 'SI', 'SI'])
  })

test('a reply that comes byte by byte with 50 ms between is taken whole or not at all', async () => {
  const { scale, pty, weigh } = await slowScale()
  expect(await weigh()).toBe('1.000')
  scale.delay_ms = 2_000
  const asking = weigh()
  for (const byte of Buffer.from('S S      7.000 kg\r\n')) {
    pty.write(Uint8Array.of(byte))
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  expect(await asking).toBeNull()
})

import { expect, test } from 'vitest'
import { scaleTask, tcpScale } from '../../testing/tcp-scale.ts'
import { sma } from './driver.ts'

const ABOUT = ['SMA:2/1.0', 'MFG:Fairbanks', 'MOD:FB2550', 'REV:1.2', 'SN :0012', 'END:']

/** A scale that tells about itself line by line, and is tared and zeroed as level 2 says. */
async function pretended() {
  const state = { load: 7.65, tare: 0, about: 0 }
  const shown = () => {
    const net = state.load - state.tare
    return `\n${net === 0 ? 'Z' : ' '}1${state.tare === 0 ? 'G' : 'N'}  ${net.toFixed(3).padStart(10)}kg_\r`
  }
  const scale = await tcpScale(asked => {
    const letter = asked.slice(1, 2)
    if (letter === 'A') state.about = 0
    if (letter === 'A' || letter === 'B') return `\n${ABOUT[state.about++] ?? '?'}\r`
    if (letter === 'T') state.tare = state.load
    if (letter === 'C') state.tare = 0
    return 'WTC'.includes(letter) ? shown() : '\n?\r'
  })
  return { ...scale, state }
}

test('sma: the scale tells who it is, line by line, and is then measured', async () => {
  const { line, asked } = await pretended()
  const { task, notices } = scaleTask({ level: 1 as const, high_res: false })
  const over = new AbortController()
  for await (const [measurement] of sma.measure(line, task, over.signal)) {
    expect(measurement).toMatchObject({ value: '7.650', unit: 'kg', reason: 'ok_stable', weight: { basis: 'gross' } })
    over.abort()
  }
  expect(notices).toContainEqual({ kind: 'identified', detail: ABOUT.slice(0, -1).join('; ') })
  expect(asked.join('')).not.toMatch(/[ZTC]/)
})

test('sma: a tare is read back, and so is its end', async () => {
  const { line, state } = await pretended()
  const { task } = scaleTask({ level: 1 as const, high_res: false })
  expect(await sma.tare(line, task, new AbortController().signal)).toMatchObject({ outcome: 'done' })
  expect(state.tare).toBe(7.65)
  expect(await sma.clearTare(line, task, new AbortController().signal)).toMatchObject({ outcome: 'done' })
  expect(state.tare).toBe(0)
})

import { expect, test } from 'vitest'
import { commandLines, type Plate, spokenSuite } from '../../testing/speaking-scale.ts'
import { scaleTask, tcpScale } from '../../testing/tcp-scale.ts'
import { sma } from './driver.ts'

const ABOUT = ['SMA:2/1.0', 'MFG:Fairbanks', 'MOD:FB2550', 'REV:1.2', 'SN :0012', 'END:']

test('sma: the scale tells who it is, line by line, and is then measured', async () => {
  let next = 0
  const { line, asked } = await tcpScale(command => {
    if (command === '\nW\r') return '\n 1G       7.650kg_\r'
    if (command === '\nA\r') next = 0
    return `\n${ABOUT[next++] ?? '?'}\r`
  })
  const { task, notices } = scaleTask({ level: 1 as const, high_res: false })
  const over = new AbortController()
  for await (const [measurement] of sma.measure(line, task, over.signal)) {
    expect(measurement).toMatchObject({ value: '7.650', unit: 'kg', reason: 'ok_stable', weight: { basis: 'gross' } })
    over.abort()
  }
  expect(notices).toContainEqual({ kind: 'identified', detail: ABOUT.slice(0, -1).join('; ') })
  expect(asked.join('')).not.toMatch(/[ZTC]/)
})

const CHANGES = { T: 'tare', C: 'clear_tare', Z: 'zero' } as const

function weightOf(plate: Plate): string {
  const status = plate.overloaded ? 'O' : Number(plate.shown) === 0 ? 'Z' : ' '
  const weight = plate.overloaded ? '-'.repeat(10) : plate.shown.padStart(10)
  return `\n${status}1${plate.net ? 'N' : 'G'}${plate.moving ? 'M' : ' '} ${weight}kg \r`
}

test('sma: a zero that the scale refuses, and a command that it does not know, are told at once', async () => {
  const refusing = await tcpScale(command =>
    command === '\nZ\r' ? '\nE1GM ----------kg_\r' : '\n 1G       7.650kg_\r',
  )
  const { task } = scaleTask({ level: 1 as const, high_res: false })
  const { signal } = new AbortController()
  expect(await sma.zero(refusing.line, task, signal)).toMatchObject({ outcome: 'failed', reason: 'zero_error' })
  const knowing = await tcpScale(command => (command === '\nW\r' ? '\n 1G       7.650kg_\r' : '\n?\r'))
  expect(await sma.tare(knowing.line, task, signal)).toMatchObject({ outcome: 'failed', reason: 'device_exception' })
})

for (const level of [1, 2] as const)
  spokenSuite(`sma: level ${level}`, {
    driver: sma,
    settings: { level, high_res: false },
    speech: {
      commands: commandLines,
      answer: (sent, plate) => {
        const command = sent.slice(1)
        const change = CHANGES[command as keyof typeof CHANGES]
        if (change !== undefined && !plate.moving) plate.change(change)
        return change !== undefined || command === 'W' || (level === 2 && command === 'P') ? weightOf(plate) : '\n?\r'
      },
    },
    does: ['tare', 'clear_tare', 'zero'],
    moving: 'unstable',
  })

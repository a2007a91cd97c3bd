import { expect, test } from 'vitest'
import { commandLines, type Plate, spokenSuite } from '../../testing/speaking-scale.ts'
import { scaleTask, tcpScale } from '../../testing/tcp-scale.ts'
import { cas } from './driver.ts'

function frameOf(plate: Plate): string {
  const state = plate.overloaded ? 'OL' : plate.moving ? 'US' : 'ST'
  const lamp = String.fromCharCode(0xa0 | (plate.moving ? 0 : 0x40) | (plate.net ? 0x02 : 0x04))
  const data = (plate.shown.startsWith('-') ? '-' : '+') + plate.shown.replace('-', '').padStart(7, '0')
  return `${state},${plate.net ? 'NT' : 'GS'},1${lamp},${data} kg\r\n`
}
const CHANGES = { KT: 'tare', KZ: 'zero', MT: 'tare', MZ: 'zero' } as const

for (const [commands, device] of [
  ['ci-200', '11'],
  ['ci-400', '01'],
] as const) {
  const prefix = commands === 'ci-200' ? `D${device}` : device
  spokenSuite(`cas: a ${commands}`, {
    driver: cas,
    settings: { format: '22', commands, device },
    speech: {
      commands: commandLines,
      answer: (sent, plate) => {
        if (!sent.startsWith(prefix)) return null
        const command = sent.slice(prefix.length)
        if (command === 'KW' || command === 'RW') return frameOf(plate)
        const change = CHANGES[command as keyof typeof CHANGES]
        if (change === undefined) return '?\r\n'
        plate.change(change)
        return null
      },
    },
    does: ['tare', 'zero'],
    moving: 'unstable',
  })
}

test('cas: a stream over TCP is measured without asking', async () => {
  const { line, asked, say } = await tcpScale(() => null)
  const { task } = scaleTask({
    mode: 'stream' as const,
    format: '22' as const,
    commands: 'ci-200' as const,
    device: '01',
  })
  const frame = 'ST,GS,1\xe4,+001.250 kg\r\n'
  const speaking = setInterval(() => say(frame), 20)
  for await (const [measurement] of cas.measure(line, task, new AbortController().signal)) {
    expect(measurement).toMatchObject({
      value: '1.250',
      reason: 'ok_stable',
      raw: Buffer.from(frame, 'latin1').toString('hex'),
    })
    break
  }
  clearInterval(speaking)
  expect(asked).toEqual([])
})

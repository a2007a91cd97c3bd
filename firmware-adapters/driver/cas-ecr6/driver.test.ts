import { expect, test } from 'vitest'
import { type Plate, spokenSuite } from '../../testing/speaking-scale.ts'
import { scaleTask, tcpScale } from '../../testing/tcp-scale.ts'
import { casEcr6 } from './driver.ts'

const [ENQ, ACK, DC1] = ['\x05', '\x06', '\x11']

function frameOf({ shown, moving, overloaded }: Plate): string {
  const weight = overloaded ? 'FFFFFF' : shown.replace('-', '').padStart(6, '0')
  const body = `${moving ? 'U' : 'S'}${shown.startsWith('-') ? '-' : ' '}${weight}kg`
  const check = [...body].reduce((sum, character) => sum ^ character.charCodeAt(0), 0)
  return `\x01\x02${body}${String.fromCharCode(check)}\x03\x04`
}

let called = false
spokenSuite('cas-ecr6', {
  driver: casEcr6,
  settings: {},
  speech: {
    commands: received => ({ whole: [...received], rest: '' }),
    answer: (command, plate) => {
      // It gives its weight to nobody who has not called.
      const was = called
      called = command === ENQ
      if (called) return ACK
      return command === DC1 && was ? frameOf(plate) : null
    },
  },
  does: [],
  moving: 'unstable',
})

test('cas-ecr6: a scale that does not acknowledge is not asked', async () => {
  const { line, asked } = await tcpScale(() => null)
  const { task } = scaleTask({})
  const measured = async () => {
    for await (const batch of casEcr6.measure(line, { ...task, timeout_ms: 40 }, new AbortController().signal))
      expect(batch).toEqual([])
  }
  await expect(measured()).rejects.toMatchObject({ code: 'comm_timeout' })
  expect(asked.join('')).not.toContain(DC1)
})

import { commandLines, type Plate, spokenSuite } from '../../testing/speaking-scale.ts'
import { nci } from './driver.ts'

const CHANGES = { T: 'tare', C: 'clear_tare', Z: 'zero' } as const

/** The status bytes of a scale that sends three: the second says that one more follows. */
function statusOf({ moving, overloaded, shown, net }: Plate): string {
  const first = 0x30 | (moving ? 1 : 0) | (Number(shown) === 0 ? 2 : 0)
  const second = 0x70 | (overloaded ? 2 : 0)
  return String.fromCharCode(first, second, 0x30 | (net ? 4 : 0))
}

spokenSuite('nci', {
  driver: nci,
  settings: {},
  speech: {
    commands: commandLines,
    answer: (command, plate) => {
      const status = `${statusOf(plate)}\r\x03`
      if (command === 'W') return `\n${plate.overloaded ? '^^^^^^^' : plate.shown.padStart(7)}kg\r\n${status}`
      const change = CHANGES[command as keyof typeof CHANGES]
      if (change === undefined) return '\n?\r\x03'
      if (!plate.moving) plate.change(change)
      return `\n${status}`
    },
  },
  does: ['tare', 'clear_tare', 'zero'],
  moving: 'unstable',
})

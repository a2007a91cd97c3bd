import type { Plate, Speech } from '../../testing/speaking-scale.ts'
import { spokenSuite } from '../../testing/speaking-scale.ts'
import { mt8217 } from './driver.ts'

const status = (plate: Plate) => (plate.overloaded ? 'B' : plate.moving ? 'A' : plate.shown === '0.000' ? 'P' : '@')
const CHANGES = { T: 'tare', C: 'clear_tare', Z: 'zero' } as const

const speech: Speech = {
  commands: received => ({ whole: [...received], rest: '' }),
  answer: (command, plate) => {
    if (command === 'F') return '\x02F\r'
    const change = CHANGES[command as keyof typeof CHANGES]
    if (change !== undefined && !plate.moving) plate.change(change)
    if (change !== undefined || plate.moving || plate.overloaded) return `\x02?${status(plate)}\r`
    return command === 'W' ? `\x02${plate.shown.padStart(6, '0')}${plate.net ? 'N' : ''}\r` : '\x02?@\r'
  },
}

spokenSuite('mt-8217', {
  driver: mt8217,
  settings: {},
  speech,
  does: ['tare', 'clear_tare', 'zero'],
  moving: 'busy',
})

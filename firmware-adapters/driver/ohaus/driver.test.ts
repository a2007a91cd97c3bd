import { commandLines, type Plate, type Speech, spokenSuite } from '../../testing/speaking-scale.ts'
import { ohaus } from './driver.ts'

const CHANGES = { T: 'tare', '0T': 'clear_tare', Z: 'zero' } as const

const defender = (plate: Plate) => {
  const { shown } = plate
  const sign = shown.startsWith('-') ? '-' : ' '
  return `${sign} ${shown.replace('-', '').padStart(7)} kg   ${plate.moving ? '?' : ' '}${plate.net ? 'NET' : 'G  '}`
}
const navigator = (plate: Plate) =>
  `${plate.shown.padStart(11)} kg${plate.moving ? ' ?' : ''}${plate.net ? ' NET' : ''}`

const speech = (say: (plate: Plate) => string, answers: boolean): Speech => ({
  commands: commandLines,
  answer: (command, plate) => {
    const change = CHANGES[command as keyof typeof CHANGES]
    if (change !== undefined) plate.change(change)
    if (change !== undefined) return answers ? 'OK!\r\n' : null
    if (command !== 'IP') return answers ? 'ES\r\n' : null
    return `${plate.overloaded ? 'Err 8.3' : say(plate)}\r\n`
  },
})

for (const [name, say, answers] of [
  ['Defender', defender, true],
  ['Navigator', navigator, false],
] as const)
  spokenSuite(`ohaus: a ${name}`, {
    driver: ohaus,
    settings: { question: 'IP', answers, terminator: 'crlf', decimal_mark: '.' },
    speech: speech(say, answers),
    does: ['tare', 'clear_tare', 'zero'],
    moving: 'unstable',
  })

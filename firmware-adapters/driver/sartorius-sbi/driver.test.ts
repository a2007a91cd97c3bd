import { commandLines, type Plate, type Speech, spokenSuite } from '../../testing/speaking-scale.ts'
import { sartoriusSbi } from './driver.ts'

const line = (plate: Plate) => {
  if (plate.overloaded) return '       H      '
  const { shown } = plate
  const value = shown.replace('-', '').padStart(9)
  return `${shown.startsWith('-') ? '-' : '+'}${value} ${plate.moving ? '   ' : 'kg '}`
}
const long = (plate: Plate) =>
  plate.overloaded ? 'Stat       High     ' : `${plate.net ? 'N' : 'G'}     ${line(plate)}`

const speech = (say: (plate: Plate) => string): Speech => ({
  commands: commandLines,
  answer: (command, plate) => {
    if (command === '\x1bU') plate.change('tare')
    if (command === '\x1bV') plate.change('zero')
    return command === '\x1bP' ? `${say(plate)}\r\n` : null
  },
})

for (const [name, say] of [
  ['16', line],
  ['22', long],
] as const)
  spokenSuite(`sartorius-sbi: a balance with lines of ${name} characters`, {
    driver: sartoriusSbi,
    settings: { tares: 'apart', terminator: 'crlf', decimal_mark: '.' },
    speech: speech(say),
    does: ['tare', 'zero'],
    moving: 'unstable',
  })

import { crc16 } from '../../protocol/modbus-frame.ts'
import { commandLines, type Plate, spokenSuite } from '../../testing/speaking-scale.ts'
import { systec } from './driver.ts'

const CHANGES = { '<TA>': 'tare', '<TC>': 'clear_tare', '<SZ>': 'zero' } as const

/** `registered` is what RN asks for: it has a number in the archive. */
function recordOf({ load, tare, moving }: Plate, registered: boolean): string {
  const [gross, tared, net] = [load, tare, load - tare].map(grams => (grams / 1_000).toFixed(3).padStart(8))
  const id = registered ? '   7' : '   0'
  const body = `00${moving ? '10' : '00'}05.06.1813:12${id}1${gross}${tared}${net}kg     1`
  return `<${body}${String(crc16(Buffer.from(body))).padStart(8)}>\r\n`
}

spokenSuite('systec', {
  driver: systec,
  settings: { checksum: true },
  speech: {
    commands: commandLines,
    answer: (command, plate) => {
      if (plate.overloaded) return '<12>\r\n'
      if (command !== '<RM>' && plate.moving) return '<13>\r\n'
      const change = CHANGES[command as keyof typeof CHANGES]
      if (change !== undefined) plate.change(change)
      if (change !== undefined) return '<00>\r\n'
      return recordOf(plate, command === '<RN>')
    },
  },
  does: ['tare', 'clear_tare', 'zero'],
  moving: 'unstable',
})

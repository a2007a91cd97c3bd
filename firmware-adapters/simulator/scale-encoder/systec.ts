import { crc16 } from '../../protocol/modbus-frame.ts'
import type { Display, Key, Panel, ScaleEncoder } from '../scale-encoder.ts'

const KEYS: Readonly<Record<string, Key>> = { '<TA>': 'tare', '<TC>': 'clear_tare', '<SZ>': 'zero' }

/** Systec IT: one record in angle brackets, closed by its check digits. */
export const systec: ScaleEncoder = {
  load: display => recordOf(display, false),
  answer(command, panel: Panel) {
    const display = panel.show()
    if (command === '<RM>') return recordOf(display, false)
    if (command === '<RN>') return display.stable ? recordOf(display, true) : '<13>\r\n'
    const key = KEYS[command]
    if (key === undefined) return '<02>\r\n'
    return panel.press(key) ? '<00>\r\n' : '<13>\r\n'
  },
}

/** @param archived whether it has a number in the archive */
function recordOf({ state, gross, tare, value, stable }: Display, archived: boolean): string {
  if (state !== 'weight') return state === 'overload' ? '<12>\r\n' : '<20>\r\n'
  const status = `${stable ? 0 : 1}${gross.startsWith('-') ? 1 : 0}`
  const weights = [gross, tare, value].map(text => text.padStart(8)).join('')
  const body = `00${status}05.06.1813:12${archived ? '   1' : '   0'}1${weights}kg     1`
  return `<${body}${String(crc16(Buffer.from(body, 'latin1'))).padStart(8)}>\r\n`
}

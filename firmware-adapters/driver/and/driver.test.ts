import { commandLines, type Plate, type Speech, spokenSuite } from '../../testing/speaking-scale.ts'
import { and } from './driver.ts'
import type { AndSettings } from './protocol.ts'

const data = ({ shown }: Plate, width: number) => {
  const sign = shown.startsWith('-') ? '-' : '+'
  return sign + shown.replace('-', '').padStart(width - 1, '0')
}
const settings: Omit<AndSettings, 'family'> = {
  address: null,
  error_codes: false,
  terminator: 'crlf',
  decimal_mark: '.',
}

const BALANCE_CHANGES = { T: 'tare', Z: 'zero' } as const

/** An FX-i: it answers commands only where it is set to. */
const balance = (codes: boolean): Speech => ({
  commands: commandLines,
  answer: (command, plate) => {
    const change = BALANCE_CHANGES[command as keyof typeof BALANCE_CHANGES]
    if (change !== undefined) plate.change(change)
    if (command !== 'Q') return codes ? `${change === undefined ? 'EC,E01' : '\x06'}\r\n` : null
    if (plate.overloaded) return 'OL,+999999.9 kg\r\n'
    return `${plate.moving ? 'US' : 'ST'},${data(plate, 9)} kg\r\n`
  },
})

const CHANGES = { MZ: 'zero', MT: 'tare', CT: 'clear_tare' } as const

/** An AD-4401 at this address: commands of others are not answered. */
const indicator = (at: string): Speech => ({
  commands: commandLines,
  answer: (sent, plate) => {
    if (!sent.startsWith(at)) return null
    const command = sent.slice(at.length)
    const change = CHANGES[command as keyof typeof CHANGES]
    if (change !== undefined && plate.moving) return `${at}I\r\n`
    if (change !== undefined) plate.change(change)
    if (change !== undefined) return `${at}${command}\r\n`
    if (command !== 'RW') return `${at}?\r\n`
    const kind = plate.net ? 'NT' : 'GS'
    if (plate.overloaded) return `${at}OL,${kind},        kg\r\n`
    return `${at}${plate.moving ? 'US' : 'ST'},${kind},${data(plate, 8)}kg\r\n`
  },
})

const moving = 'unstable'
spokenSuite('and: a balance', {
  driver: and,
  settings: { ...settings, family: 'balance' },
  speech: balance(false),
  does: ['tare', 'zero'],
  moving,
})
spokenSuite('and: a balance that answers commands', {
  driver: and,
  settings: { ...settings, family: 'balance', error_codes: true },
  speech: balance(true),
  does: ['tare', 'zero'],
  moving,
})
for (const address of [null, 7])
  spokenSuite(`and: an indicator ${address === null ? 'alone' : `at address ${address}`}`, {
    driver: and,
    settings: { ...settings, family: 'indicator', address },
    speech: indicator(address === null ? '' : '@07'),
    does: ['tare', 'clear_tare', 'zero'],
    moving,
  })

import { commandLines, type Plate, spokenSuite } from '../../testing/speaking-scale.ts'
import { diniArgeo } from './driver.ts'

const CHANGES = { TARE: 'tare', CLEAR: 'clear_tare', ZERO: 'zero' } as const
const stateOf = ({ overloaded, moving }: Plate) => (overloaded ? 'OL' : moving ? 'US' : 'ST')
const standard = (plate: Plate) => `${stateOf(plate)},${plate.net ? 'NT' : 'GS'},${plate.shown.padStart(8)},kg`
const extended = (plate: Plate) => {
  const tare = (plate.tare / 1_000).toFixed(3).padStart(10)
  return `1,${stateOf(plate)},${plate.shown.padStart(10)},  ${tare},${'0'.padStart(10)},${'0.000'.padStart(10)},kg`
}

function answer(command: string, plate: Plate): string {
  if (command === 'READ') return standard(plate)
  if (command === 'REXT') return extended(plate)
  if (command === 'PID') return plate.moving ? 'NO' : `PID${standard(plate)},00001-000123`
  if (command === 'VER') return 'VER 02.05 DGT4'
  const change = CHANGES[command as keyof typeof CHANGES]
  if (change === undefined) return 'ERR04'
  if (plate.moving) return 'ERR03'
  plate.change(change)
  return 'OK'
}

for (const { address, question, alibi } of [
  { address: '', question: 'READ', alibi: false },
  { address: '07', question: 'REXT', alibi: false },
  { address: '', question: 'READ', alibi: true },
] as const)
  spokenSuite(`dini-argeo: ${question}${address && ` at ${address}`}${alibi ? ' with an alibi memory' : ''}`, {
    driver: diniArgeo,
    settings: { address, question, alibi },
    speech: {
      commands: commandLines,
      answer: (sent, plate) =>
        sent.startsWith(address) ? `${address}${answer(sent.slice(address.length), plate)}\r\n` : null,
    },
    does: ['tare', 'clear_tare', 'zero'],
    moving: 'unstable',
  })

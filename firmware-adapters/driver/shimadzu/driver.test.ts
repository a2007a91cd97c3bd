import { commandLines, type Speech, spokenSuite } from '../../testing/speaking-scale.ts'
import { shimadzu } from './driver.ts'

const speech: Speech = {
  commands: commandLines,
  answer: (command, plate) => {
    if (command === 'T') plate.change('tare')
    if (command !== 'D07') return null
    const { shown } = plate
    const state = plate.moving ? 'U' : 'S'
    if (plate.overloaded) return `${state}       oL  \r`
    return `${state}${shown.startsWith('-') ? '-' : ' '}${shown.replace('-', '').padStart(8)}kg \r`
  },
}

spokenSuite('shimadzu: a balance', {
  driver: shimadzu,
  settings: { question: 'D07', terminator: 'cr', decimal_mark: '.' },
  speech,
  does: ['tare'],
  moving: 'unstable',
})

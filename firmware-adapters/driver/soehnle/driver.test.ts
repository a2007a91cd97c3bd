import { commandLines, spokenSuite } from '../../testing/speaking-scale.ts'
import { soehnle } from './driver.ts'

spokenSuite('soehnle', {
  driver: soehnle,
  settings: { stable_digit: 3 },
  speech: {
    commands: commandLines,
    answer: (command, { overloaded, moving, shown }) => {
      if (command === '<H>' && moving) return null
      const state = overloaded ? '010001' : moving ? '000001' : '001001'
      return `${state}N ${overloaded ? '0,0' : shown.replace('.', ',')} kg \r\n`
    },
  },
  does: [],
  moving: 'unstable',
})

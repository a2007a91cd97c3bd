import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'Any scale that sends lines of text, described by a pattern',
  makers: { 'Any other maker': 'scales that send lines of text' },
  line: { baud: 9600, format: '8N1' },
  bench: [
    'Read some lines with a terminal program: with a stable load, a moving one, nothing on the pan, and more than it can weigh.',
    'Write the pattern, copy one line as the sample, and write down what the display showed for it. The file is refused until the sample reads as that.',
    'Map the words for over- and underload too: what is not mapped gives no weight.',
  ],
  grade: 'bronze',
  example: {
    settings: {
      mode: 'stream',
      pattern: '(?<stable>ST|US|OL),(?<basis>GS|NT),(?<value>[ 0-9.-]{8})(?<unit>kg)',
      maps: { stable: { ST: true, US: false }, basis: { GS: 'gross', NT: 'net' }, unit: { kg: 'kg' }, over: ['OL'] },
      sample: 'ST,GS,  12.500kg',
      expected: '12.500',
    },
  },
}

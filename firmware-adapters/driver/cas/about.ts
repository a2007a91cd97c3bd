import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'CAS formats of 22, 18 or 10 bytes',
  makers: { CAS: 'CI-200, CI-400 and other indicators' },
  line: { baud: 9600, format: '8N1' },
  bench: [
    'Choose the format of 22 bytes: it alone carries state, unit and lamps. It needs 8 data bits.',
    'Set the port to stream, or to command mode with `mode: poll` and the number of the indicator.',
  ],
  grade: 'silver',
}

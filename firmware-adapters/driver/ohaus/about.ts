import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'Ohaus standard commands',
  makers: { Ohaus: 'Defender, Ranger, Navigator and others with the standard commands' },
  line: { baud: 9600, format: '8N1' },
  bench: [
    'Old models come with 2400 7N2; set 9600 8N1.',
    'Switch automatic printing off when the scale is asked; a scale that only prints is `mode: print`.',
    'A “?” behind the weight means that it moves, no “?” that it is stable.',
  ],
  grade: 'silver',
}

import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'Protocol of the Scale Manufacturers Association, SCP-0499',
  makers: {
    'Minebea Intec': 'PR 5211, PR 5220',
    Fairbanks: 'FB2550',
    Cardinal: '190 and others with SMA',
    'B-TEK': 'T419',
  },
  line: { baud: 9600, format: '8N1' },
  bench: [
    'Choose SMA as the protocol of the port.',
    'Set `level: 2` where the manual says so: the scale then waits by itself for a stable weight.',
  ],
  grade: 'silver',
}

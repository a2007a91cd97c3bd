import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'Streams of Rice Lake, Cardinal and Weigh-Tronix, or EDP commands',
  makers: {
    'Rice Lake': '120Plus, 320IS, 480, 482, 520, 880, 920i',
    Cardinal: 'indicators, with `dialect: cardinal`',
    'Avery Weigh-Tronix': 'indicators, with `dialect: weigh-tronix`',
  },
  line: { baud: 9600, format: '8N1' },
  bench: [
    'Set the port to stream, in the default format, with CR LF.',
    'To ask instead, set the port to CMD and write `mode: poll`.',
    'A unit T is a tonne or a short ton: it is refused until `tonne: true` says that it is metric.',
  ],
  grade: 'silver',
}

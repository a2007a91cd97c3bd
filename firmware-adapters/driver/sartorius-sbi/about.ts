import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'SBI, lines of 16 or 22 characters',
  makers: {
    Sartorius: 'CP, LE, GC, Cubis, Entris and other balances with SBI',
    'Minebea Intec': 'Signum, Combics and other indicators with SBI',
  },
  line: { baud: 9600, format: '8O1' },
  port: 49_155,
  bench: [
    'Choose SBI as the protocol and 22 characters as the output: only those say whether a weight is net or gross.',
    'Switch the hardware handshake off; older balances come with 1200 7O1 and the handshake on.',
    'Set printing to “manual without stability”: with stability the balance answers as late as the load comes to rest.',
    'A moving weight has no unit on the line; that is how the scale says that it moves.',
  ],
  grade: 'silver',
}

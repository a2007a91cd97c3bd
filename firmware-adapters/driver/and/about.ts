import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'A&D standard format, and the many that print ST,GS',
  makers: {
    'A&D': 'balances (EK, GX, GF, GC) and indicators (AD-44xx)',
    Rinstrument: 'R323 and others with the format ST,GS',
    'T-Scale': 'indicators with the format ST,GS',
    Jadever: 'indicators with the format ST,GS',
  },
  line: { baud: 2400, format: '7E1' },
  bench: [
    'Choose the A&D standard format, and CR LF as the terminator.',
    'A balance may stay in key mode: it is asked with Q. An indicator is asked with RW (`family: indicator`).',
    'A copy that only streams or prints is `family: clone`, with `mode: stream` or `mode: print`; its line is often 9600 8N1.',
  ],
  grade: 'silver',
}

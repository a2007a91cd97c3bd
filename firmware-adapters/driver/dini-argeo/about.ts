import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'Dini Argeo, standard and extended strings',
  makers: { 'Dini Argeo': '3590, DGT, DFW and others' },
  line: { baud: 9600, format: '8N1' },
  bench: [
    'Choose transmission on demand for the PC port, or continuous transmission with `mode: stream`.',
    'On RS-485 give each indicator an address of two digits and write it under `address`.',
    'With an alibi memory set `alibi: true`: a captured weight keeps its number.',
  ],
  grade: 'silver',
}

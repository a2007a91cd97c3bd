import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'Shimadzu commands, asked with D07 or D05',
  makers: { Shimadzu: 'balances', CAS: 'CBL and CUX', KERN: 'ABT' },
  bench: [
    'Set baud, parity and delimiter in the menu of the balance and write the same below; makers deliver them differently.',
    'Tare and zero are one key of these balances, and one command.',
    'An older balance that does not answer D07 is asked with D05, and tells no stability then.',
  ],
  grade: 'silver',
}

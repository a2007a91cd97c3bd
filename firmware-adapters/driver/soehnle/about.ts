import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'Soehnle Professional commands, <A> and <H>',
  makers: { 'Soehnle Professional': 'terminals with the standard or the alibi string' },
  line: { baud: 9600, format: '8N1' },
  bench: [
    'Look at the state with a moving load to find the digit that means stable, and write it under `stable_digit`; until then weights count as of unknown stability.',
    'With an alibi memory each captured weight keeps its number.',
  ],
  grade: 'silver',
}

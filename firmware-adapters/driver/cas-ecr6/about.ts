import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'ECR type 6 of scales at a till, with a check character',
  makers: { CAS: 'PD, AD, ER' },
  line: { baud: 9600, format: '8N1' },
  bench: ['Choose ECR type 6 in the menu; the other types have no check character.', 'Set 9600 baud on both sides.'],
  grade: 'silver',
}

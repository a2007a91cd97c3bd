import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'One decimal a line, sent by itself',
  makers: { 'Name of the maker': 'models' },
  line: { baud: 9600, format: '8N1' },
  bench: ['What to set in the menu of the device, and what to look at, a sentence each.'],
  grade: 'bronze',
}

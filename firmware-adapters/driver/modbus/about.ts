import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'Any Modbus device that a profile describes',
  makers: {},
  bench: [],
  grade: 'silver',
}

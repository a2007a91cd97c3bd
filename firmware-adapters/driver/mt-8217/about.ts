import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'Protocol 8217 of scales at a till',
  makers: {
    'Mettler Toledo': '8217, DIVA and others with the protocol 8217 or NCR',
    Datalogic: 'Magellan scanner scales',
    Ohaus: 'Aviator 7000, set to 8217',
  },
  line: { baud: 9600, format: '7E1' },
  bench: [
    'Choose 8217 (NCR) as the protocol.',
    'The line carries no unit: kg or lb is set in the scale, and the unit of the channel has to be the same.',
    'It gives stable weights only; while the load moves there is no value.',
  ],
  grade: 'silver',
}

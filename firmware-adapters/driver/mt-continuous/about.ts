import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'Toledo standard continuous output, 17 or 18 bytes',
  makers: {
    'Mettler Toledo': 'IND terminals, Wildcat, ICS4x5, with Continuous Output',
    Fairbanks: 'FB series',
    Cardinal: '190, 225, also with SHORT frames',
    'Rice Lake': 'indicators with the Toledo stream',
    KERN: 'FTC',
  },
  line: { baud: 9600, format: '7E1' },
  bench: [
    'Choose Continuous Output (Toledo, Standard), and switch the checksum on: without it a disturbed digit is a weight.',
    'Set at least 4800 baud; at 1200 a frame alone takes 150 ms.',
    'Parity is a setting of the indicator: 7E1 and 8N1 are both usual.',
    'Compare the unit with the display: some copies send kg and lb the other way round.',
  ],
  grade: 'silver',
}

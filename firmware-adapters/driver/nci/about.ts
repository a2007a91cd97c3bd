import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'SCP-01 of NCI, and ECR',
  makers: {
    'Avery Weigh-Tronix': 'NCI 7800 and others with SCP-01',
    Salter: 'scales with NCI',
    Fairbanks: 'FB2550, PC2250',
    Adam: 'scales with the option NCI',
    Ohaus: 'Aviator 7000, set to NCI or ECR',
    CAS: 'scales with the option NCI or ECR',
  },
  line: { baud: 9600, format: '7E1' },
  bench: ['Choose NCI, SCP-01 or ECR as the protocol.', 'Set the same unit on the scale and for the channel.'],
  grade: 'silver',
}

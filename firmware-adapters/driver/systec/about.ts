import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'Systec IT, records with check digits',
  makers: { Systec: 'IT terminals' },
  line: { baud: 9600, format: '8N1' },
  bench: [
    'Choose the remote protocol with the full record, and switch the check digits on.',
    'A captured weight is asked with RN: the terminal waits until it is stable and keeps it in its archive.',
  ],
  grade: 'silver',
}

import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'MT-SICS level 0 and 1, asked for its weight',
  makers: {
    'Mettler Toledo': 'balances and terminals with MT-SICS, such as ICS4xx, IND2xx, XP, MS',
    KERN: 'balances and terminals with KCP',
    Radwag: 'balances and terminals',
    Ohaus: 'Ranger, after the command PSI',
  },
  line: { baud: 9600, format: '8N1' },
  port: 23,
  bench: [
    'Choose MT-SICS (KCP, SICS) as the protocol of the port, in the mode that answers commands, and no continuous output.',
    'No handshake; lines end with CR LF.',
    'No other program may ask the scale on the same port: it answers one at a time.',
  ],
  grade: 'silver',
}

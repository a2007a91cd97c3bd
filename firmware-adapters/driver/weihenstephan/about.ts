import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'Weihenstephan Standards (WS Food, WS Pack), read only',
  makers: { 'Any other maker': 'fillers, packers, checkweighers and other machines with a WS interface' },
  port: 50_000,
  bench: [
    'Ask the maker for PDACONFIG.XML of the machine: it lists the tags, their numbers and types. The port is 50000 or 5000.',
    'Let the machine accept the address of the gateway; it needs no right to write.',
    'Compare each tag once with the panel of the machine: nothing on the wire says whether a value is a whole number or a float.',
  ],
  grade: 'silver',
  example: {
    channels: [{ name: 'good-products', unit: '1', report: { strategy: 'on_change_or_period', period_s: 60 } }],
    settings: { tags: { 'good-products': { tag: 50_257 } } },
  },
}

import type { About } from '../../about.ts'

export const ABOUT: About = {
  title: 'Temperature and humidity transmitters, both values in one request',
  makers: { 'Sold under many names': 'XY-MD02 and other transmitters with an SHT20' },
  line: { baud: 9600, format: '8N1' },
  bench: [
    'They all come as unit 1: connect one at a time and give each another number (register 257) before they share a line.',
    'Compare the first reading with a thermometer: some clones begin at register 0 (`address: 0`) or send hundredths (`places: 2`).',
  ],
  grade: 'silver',
  example: {
    channels: [
      { name: 'temperature', unit: 'Cel', limits: { high: '5.0' } },
      { name: 'humidity', unit: '%' },
    ],
  },
}

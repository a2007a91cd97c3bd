import type { Channel } from '@flowviz/contract/device'

/** The channels of a sensor in a cold room, by where a payload has them. */
export const climateAt = (temperature: string, humidity: string): Channel[] => [
  { name: 'temperature', unit: 'Cel', path: temperature, limits: { high: '5.0' } },
  { name: 'humidity', unit: '%', path: humidity },
]

import { decimalOf } from '@flowviz/contract/decimal'
import { writePayload } from '../payload/sparkplug/write.ts'

/** How the air is; tenths of °C (null: the probe is broken) and of a percent. */
export interface Air {
  temperature: number | null
  humidity: number
  /** ms since 1970 */
  at_ms: number
}

export interface Publication {
  topic: string
  payload: string | Uint8Array
  retain?: boolean
}

/** How a pretended sensor of a family speaks. `transport.topic` of devices.yaml reads it with the same topic. */
export interface Template {
  /** Left behind for the day that it is gone. */
  will(): Publication | null
  /** What it says when it has connected, or is asked to say everything anew. */
  birth(air: Air): Publication[]
  say(air: Air): Publication[]
  /** What it listens to: the request to say everything anew. */
  hears?: string
}

export interface Place {
  topic: string
  dev_eui: string
}

export type FamilyKind = keyof typeof TEMPLATES

const TEMPLATES = {
  'mqtt-json': ({ topic }: Place): Template => quiet(air => [{ topic, payload: climateText(air) }]),
  tasmota: ({ topic }: Place): Template => ({
    will: () => ({ topic: `${topic}/LWT`, payload: 'Offline', retain: true }),
    birth: () => [{ topic: `${topic}/LWT`, payload: 'Online', retain: true }],
    say: air => [
      {
        topic: `${topic}/SENSOR`,
        payload: `{"Time":"${timeOf(air).slice(0, 19)}","AM2301":{"Temperature":${tenths(air.temperature)},"Humidity":${tenths(air.humidity)}},"TempUnit":"C"}`,
      },
    ],
  }),
  'shelly-gen1': ({ topic }: Place): Template => ({
    ...onlineAt(topic),
    say: ({ temperature, humidity }) => [
      { topic: `${topic}/sensor/temperature`, payload: temperature === null ? '999.00' : tenths(temperature) },
      { topic: `${topic}/sensor/humidity`, payload: tenths(humidity) },
    ],
  }),
  'shelly-gen2': ({ topic }: Place): Template => ({
    ...onlineAt(topic),
    say: ({ temperature, humidity, at_ms }) => [
      {
        topic: `${topic}/events/rpc`,
        payload: `{"src":"shelly","dst":"${topic}/events","method":"NotifyStatus","params":{"ts":${decimalOf(at_ms, 3)},"temperature:0":{"id":0,"tC":${tenths(temperature)}},"humidity:0":{"id":0,"rh":${tenths(humidity)}}}}`,
      },
    ],
  }),
  zigbee2mqtt: ({ topic }: Place): Template => ({
    will: () => ({ topic: `${topic}/availability`, payload: '{"state":"offline"}', retain: true }),
    birth: () => [{ topic: `${topic}/availability`, payload: '{"state":"online"}', retain: true }],
    say: air => [
      { topic, payload: climateText(air).replace('}', `,"battery":90,"linkquality":87,"last_seen":"${timeOf(air)}"}`) },
    ],
  }),
  chirpstack: ({ topic, dev_eui }: Place): Template => {
    let fCnt = 0
    return quiet(air => [
      {
        topic: `${topic}/event/up`,
        payload: `{"time":"${timeOf(air)}","deviceInfo":{"devEui":"${dev_eui}"},"devAddr":"01020304","fCnt":${fCnt++},"fPort":85,"data":"${frameOf(air)}","object":${climateText(air)}}`,
      },
    ])
  },
  milesight: ({ topic, dev_eui }: Place): Template => {
    let fCnt = 0
    return quiet(air => [
      {
        topic,
        payload: `{"applicationID":1,"devEUI":"${dev_eui}","fCnt":${fCnt++},"fPort":85,"data":"${frameOf(air)}","time":"${timeOf(air)}"}`,
      },
    ])
  },
  'sparkplug-b': ({ topic }: Place): Template => sparkplugNode(topic),
} as const

/** The way in which a family speaks. */
export const templateOf = (kind: FamilyKind, place: Place): Template => TEMPLATES[kind](place)

const quiet = (say: Template['say']): Template => ({ will: () => null, birth: () => [], say })

const onlineAt = (topic: string): Pick<Template, 'will' | 'birth'> => ({
  will: () => ({ topic: `${topic}/online`, payload: 'false', retain: true }),
  birth: () => [{ topic: `${topic}/online`, payload: 'true', retain: true }],
})

const tenths = (value: number | null) => (value === null ? 'null' : decimalOf(value, 1))
const timeOf = ({ at_ms }: Air) => new Date(at_ms).toISOString()
const climateText = ({ temperature, humidity }: Air) =>
  `{"temperature":${tenths(temperature)},"humidity":${tenths(humidity)}}`

/** A frame of a Milesight sensor, in base64. */
function frameOf({ temperature, humidity }: Air): string {
  const frame = Buffer.from('0367000004680000', 'hex').subarray(0, 7)
  frame.writeInt16LE(temperature ?? 0x7fff, 2)
  frame[6] = Math.round(humidity / 5)
  return frame.toString('base64')
}

/** A node with the one device that the topic names. */
function sparkplugNode(topic: string): Template {
  const [, group = '', node = '', device = ''] = topic.split('/')
  const at = (type: string) => `spBv1.0/${group}/${type}/${node}${type.startsWith('D') ? `/${device}` : ''}`
  let bdSeq = -1n
  let seq = 0
  const next = () => {
    seq = (seq + 1) % 256
    return seq
  }
  const session = () => ({ name: 'bdSeq', datatype: 8, value: { long: bdSeq } })
  const metrics = ({ temperature, humidity }: Air, named: boolean) => [
    {
      ...(named ? { name: 'temperature', datatype: 10 } : {}),
      alias: 1,
      ...(temperature === null ? { null: true } : { value: { double: temperature / 10 } }),
    },
    { ...(named ? { name: 'humidity', datatype: 10 } : {}), alias: 2, value: { double: humidity / 10 } },
  ]
  return {
    hears: at('NCMD'),
    will() {
      bdSeq += 1n
      return { topic: at('NDEATH'), payload: writePayload({ metrics: [session()] }) }
    },
    birth(air) {
      seq = 0
      const timestamp_ms = air.at_ms
      return [
        { topic: at('NBIRTH'), payload: writePayload({ timestamp_ms, metrics: [session()], seq }) },
        { topic: at('DBIRTH'), payload: writePayload({ timestamp_ms, metrics: metrics(air, true), seq: next() }) },
      ]
    },
    say: air => [
      {
        topic: at('DDATA'),
        payload: writePayload({ timestamp_ms: air.at_ms, metrics: metrics(air, false), seq: next() }),
      },
    ],
  }
}

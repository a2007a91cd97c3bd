import type { Channel } from '@flowviz/contract/device'
import { expect, test } from 'vitest'
import { messageOf, RECEIVED_MS, wordsOf } from '../../testing/mqtt-message.ts'
import { bytesOfHex } from '../../testing/vector.ts'
import type { Decoded } from '../family.ts'
import { sparkplugB } from './family.ts'
import { type Writable, writePayload } from './write.ts'

const CHANNELS: Channel[] = [{ name: 'core', unit: 'Cel', path: 'Temp' }]
const AT = RECEIVED_MS

/** A host that hears one device behind one node; `wait` lets time pass. */
function host() {
  const decoder = sparkplugB.decoder({ topic: 'spBv1.0/plant/line-1/probe', settings: {}, channels: CHANNELS })
  let now = AT
  const hear = (type: string, bytes: Uint8Array, device = type.startsWith('D') ? '/probe' : '') =>
    decoder.hear(messageOf(`spBv1.0/plant/${type}/line-1${device}`, bytes, { received_ms: now }))
  const say = (type: string, seq: number, ...metrics: Writable[]) =>
    hear(type, writePayload({ timestamp_ms: AT + seq, metrics, seq }))
  return {
    hear,
    say,
    due: () => decoder.due!(now),
    wait: (ms: number) => {
      now += ms
    },
    nbirth: (bdSeq = 0) => say('NBIRTH', 0, { name: 'bdSeq', datatype: 8, value: { long: BigInt(bdSeq) } }),
    dbirth: (seq = 1, alias = 1) => say('DBIRTH', seq, { name: 'Temp', alias, datatype: 9, value: { float: 4.5 } }),
    data: (seq: number, celsius: number, alias = 1) => say('DDATA', seq, { alias, value: { float: celsius } }),
  }
}
const asked = (decoded: Decoded) => ('say' in decoded ? (decoded.say ?? []).map(({ topic }) => topic) : [])
const NCMD = ['spBv1.0/plant/NCMD/line-1']

test('sparkplug: births name the metrics, and data by alias are read by them', () => {
  const at = host()
  expect(wordsOf(at.nbirth())).toBe('nothing')
  expect(wordsOf(at.dbirth())).toEqual(['core 4.5 Cel'])
  expect(wordsOf(at.data(2, -18.25))).toEqual(['core -18.25 Cel'])
  expect(at.data(3, 4)).toMatchObject({ told: [{ at_ms: AT + 3 }] })
  expect(wordsOf(at.say('DDATA', 4, { alias: 1, null: true }))).toEqual(['core no_value'])
})

test('sparkplug: the bytes of another encoder make the same session', () => {
  const at = host()
  at.hear(
    'NBIRTH',
    bytesOfHex('0880d095ffbc31120b0a05626453657120085800121a0a144e6f646520436f6e74726f6c2f52656269727468200b70001800'),
  )
  expect(
    wordsOf(at.hear('DBIRTH', bytesOfHex('0880d095ffbc3112160a0454656d7010011880d095ffbc31200965000090401801'))),
  ).toEqual(['core 4.5 Cel'])
  expect(wordsOf(at.hear('DDATA', bytesOfHex('08e8d795ffbc311210100118e8d795ffbc31200965000092c11802')))).toEqual([
    'core -18.25 Cel',
  ])
})

test('sparkplug: data before a birth give no reading, and the birth is asked for once', () => {
  const at = host()
  const first = at.data(5, 4)
  expect(wordsOf(first)).toBe('nothing')
  expect(asked(first)).toEqual(NCMD)
  expect(asked(at.data(6, 4))).toEqual([])
  at.wait(5_000)
  expect(asked(at.data(7, 4))).toEqual(NCMD)
  // It does not answer: it is asked ever more rarely.
  at.wait(5_000)
  expect(asked(at.data(8, 4))).toEqual([])
  at.wait(5_000)
  expect(asked(at.data(9, 4))).toEqual(NCMD)
})

test('sparkplug: what another host has asked for is not asked for again', () => {
  const at = host()
  const request = at.data(5, 4)
  const other = host()
  const bytes = request.kind === 'nothing' ? request.say![0]!.payload : new Uint8Array()
  expect(wordsOf(other.hear('NCMD', bytes))).toBe('nothing')
  expect(asked(other.data(5, 4))).toEqual([])
})

test('sparkplug: a device that was not born behind its node is asked for, and one metric too', () => {
  const at = host()
  at.nbirth()
  const unborn = at.data(1, 4)
  expect([wordsOf(unborn), asked(unborn)]).toEqual(['nothing', NCMD])
  at.wait(5_000)
  at.nbirth()
  at.dbirth()
  const unknown = at.data(2, 4, 9)
  expect([wordsOf(unknown), asked(unknown)]).toEqual(['nothing', NCMD])
})

test('sparkplug: two messages that cross on their way are read in their order', () => {
  const at = host()
  at.nbirth()
  at.dbirth()
  expect(wordsOf(at.data(3, 5))).toBe('nothing')
  expect(wordsOf(at.data(2, 4.25))).toEqual(['core 4.25 Cel', 'core 5 Cel'])
  at.wait(2_000)
  expect(asked(at.due())).toEqual([])
})

test('sparkplug: a message that does not come is a gap: what follows is uncertain until the births come again', () => {
  const at = host()
  at.nbirth()
  at.dbirth()
  expect([wordsOf(at.data(3, 5)), asked(at.due())]).toEqual(['nothing', []])
  at.wait(1_000)
  const gap = at.due()
  expect([wordsOf(gap), asked(gap)]).toEqual([['core 5 Cel bus_resync'], NCMD])
  expect(wordsOf(at.data(4, 6))).toEqual(['core 6 Cel bus_resync'])
  // The lost one comes after all, after newer ones.
  expect(wordsOf(at.data(2, 99))).toBe('nothing')
  at.nbirth()
  at.dbirth()
  expect(wordsOf(at.data(2, 7))).toEqual(['core 7 Cel'])
})

test('sparkplug: a repeat is no second reading, and the number goes from 255 to 0', () => {
  const at = host()
  at.nbirth()
  at.dbirth()
  for (let seq = 2; seq <= 255; seq += 1) at.data(seq, 4)
  expect(wordsOf(at.data(255, 4))).toBe('nothing')
  expect(wordsOf(at.data(0, 4))).toEqual(['core 4 Cel'])
  at.wait(2_000)
  expect(asked(at.due())).toEqual([])
})

test('sparkplug: the death of the node or of the device is told, and a late will of another session is not', () => {
  const at = host()
  const death = (bdSeq: number) =>
    writePayload({ metrics: [{ name: 'bdSeq', datatype: 8, value: { long: BigInt(bdSeq) } }] })
  at.nbirth(4)
  at.dbirth()
  expect(wordsOf(at.hear('NDEATH', death(3)))).toBe('nothing')
  expect(wordsOf(at.data(2, 5))).toEqual(['core 5 Cel'])
  expect(wordsOf(at.say('DDEATH', 3))).toEqual(['core comm_lost'])
  expect(asked(at.data(4, 5))).toEqual(NCMD)
  at.nbirth(5)
  at.dbirth()
  expect(wordsOf(at.hear('NDEATH', death(5)))).toBe('offline')
  expect(wordsOf(at.data(2, 5))).toBe('nothing')
})

test('sparkplug: a value that the node had kept is history, and an alias means what the latest birth says', () => {
  const at = host()
  at.nbirth()
  at.dbirth()
  const kept = at.say('DDATA', 2, { alias: 1, timestamp_ms: AT - 9_000, historical: true, value: { float: 3 } })
  expect(wordsOf(kept)).toEqual(['core 3 Cel historical'])
  expect(kept).toMatchObject({ told: [{ at_ms: AT - 9_000 }] })
  at.nbirth(1)
  at.say('DBIRTH', 1, { name: 'Speed', alias: 1, datatype: 9, value: { float: 80 } })
  expect(wordsOf(at.data(2, 81))).toBe('nothing')
})

test('sparkplug: what is no message of the node is noise or nothing', () => {
  const at = host()
  expect(wordsOf(at.hear('NBIRTH', Uint8Array.of(0xff)))).toBe('noise')
  expect(wordsOf(at.hear('NBIRTH', writePayload({ metrics: [] })))).toBe('noise')
  expect(wordsOf(at.hear('NBIRTH', writePayload({ metrics: [], seq: 256 })))).toBe('noise')
  expect(wordsOf(at.hear('DCMD', writePayload({ metrics: [], seq: 0 })))).toBe('nothing')
  expect(sparkplugB.problems({ topic: 'spBv1.0/plant', settings: {}, channels: CHANNELS })).toHaveLength(1)
})

import { expect, test } from 'vitest'
import { LineFramer } from './line.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const texts = (frames: Uint8Array[]) => frames.map(frame => Buffer.from(frame).toString('latin1'))

test('the first line after opening is dropped: nobody knows where it began', () => {
  let noise = 0
  const framer = new LineFramer({ noise: count => (noise += count) })
  expect(texts(framer.push(bytes('half\r\nwhole\r\n')))).toEqual(['whole\r\n'])
  expect(noise).toBe(6)
})

test('a line feed alone ends nothing', () => {
  const framer = new LineFramer({ synced: true, noise: () => undefined })
  expect(texts(framer.push(bytes('a\nb\r\n')))).toEqual(['a\nb\r\n'])
})

test('a stream without terminators is counted as noise and never grows', () => {
  let noise = 0
  const framer = new LineFramer({ length_max: 16, synced: true, noise: count => (noise += count) })
  expect(framer.push(new Uint8Array(1_000).fill(0x41))).toEqual([])
  expect(noise).toBe(992)
  expect(texts(framer.push(bytes('\r\nwhole\r\n')))).toEqual(['whole\r\n'])
  expect(noise).toBe(1_002)
})

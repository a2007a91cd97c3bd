import { expect, test } from 'vitest'
import { eventStreamParser, type StreamEvent } from './event-stream.ts'

const TEXT =
  ': hello\n\nevent: reading\ndata: {"a":1}\n\ndata: one\r\ndata: two\r\n\r\nid: 7\nretry: 2000\n\ndata:tight\n\n'
const EVENTS: StreamEvent[] = [
  { event: 'reading', data: '{"a":1}' },
  { event: 'message', data: 'one\ntwo' },
  { event: 'message', data: 'tight' },
]

function read(chunks: string[]): StreamEvent[] {
  const seen: StreamEvent[] = []
  const push = eventStreamParser(event => seen.push(event))
  for (const chunk of chunks) push(chunk)
  return seen
}

test('a stream cut at any position gives the same events', () => {
  for (let at = 0; at <= TEXT.length; at++) expect(read([TEXT.slice(0, at), TEXT.slice(at)])).toEqual(EVENTS)
})

test('a stream that comes one character at a time gives the same events', () => {
  expect(read([...TEXT])).toEqual(EVENTS)
})

test('an event without its blank line is not handed on', () => {
  expect(read(['data: half\n'])).toEqual([])
})

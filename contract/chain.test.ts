import { createHash, hash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, genesisHash, hexOf, rowHash } from './chain.ts'

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer')
const body = '{"v":1,"seq":1,"notes":"K\u00e4se \ud83e\uddc0"}'

test('a row is hashed over its prefix, the hash before and the hash of its exact text', () => {
  const previous = genesisHash(sha256, 'kiel', 'a2V5')
  expect(hexOf(previous)).toBe(createHash('sha256').update('flowviz/genesis/v1\nkiel\na2V5\n').digest('hex'))
  const inner = createHash('sha256').update(body, 'utf8').digest()
  const outer = createHash('sha256').update('flowviz/ledger/v1\n').update(previous).update(inner).digest('hex')
  expect(hexOf(rowHash(sha256, previous, body))).toBe(outer)
})

// Computed once with Python's hashlib, so that the rule is specified twice.
test('the chain of two known rows ends where a second implementation ends it', () => {
  const genesis = genesisHash(sha256, 'kiel', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=')
  const end = ['{"seq":1}', '{"seq":2}'].reduce((at, text) => rowHash(sha256, at, text), genesis)
  expect([hexOf(genesis), hexOf(end)]).toEqual([
    'a2c53e47e66bc2de85a1fdbecc8f63a8ccbff268ba428b455fbadfd23ee30637',
    '2aba474b7faa9cd17dd2a199477601bf52f2c414aa6163590b8ee939f88c84cc',
  ])
})

test('another site, another key, another order or one changed letter gives another hash', () => {
  const ends = (site: string, key: string, bodies: string[]) =>
    hexOf(bodies.reduce((at, text) => rowHash(sha256, at, text), genesisHash(sha256, site, key)))
  const all = [
    ends('kiel', 'k', ['a', 'b']),
    ends('bremen', 'k', ['a', 'b']),
    ends('kiel', 'j', ['a', 'b']),
    ends('kiel', 'k', ['b', 'a']),
    ends('kiel', 'k', ['a', 'c']),
    ends('kiel', 'k', ['ab']),
  ]
  expect(new Set(all).size).toBe(all.length)
})

test('bytes and hex are two ways to write the same', () => {
  fc.assert(
    fc.property(fc.uint8Array(), bytes => {
      expect(hexOf(bytes)).toBe(Buffer.from(bytes).toString('hex'))
      expect(bytesOf(hexOf(bytes))).toEqual(bytes)
    }),
  )
  for (const text of ['0', 'GG', 'AB', '0x00', ' 00']) expect(() => bytesOf(text), text).toThrow(RangeError)
})

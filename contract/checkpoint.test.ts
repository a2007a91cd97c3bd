import { generateKeyPairSync, hash, sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkpointOrigin, checkpointText, keyIdInput, noteOf, parseCheckpoint, parseNote } from './checkpoint.ts'

const ROOT = Buffer.alloc(32, 7).toString('base64')

test('a checkpoint is three lines, and reads back as it was written', () => {
  const checkpoint = { origin: checkpointOrigin('kiel', 1), size: 42, root: ROOT }
  const text = checkpointText(checkpoint)
  expect(text).toBe(`flowviz/kiel\n42\n${ROOT}\n`)
  expect(parseCheckpoint(text)).toEqual(checkpoint)
  expect(checkpointOrigin('kiel', 3)).toBe('flowviz/kiel/3')
})

test('a size with a leading zero, a short root and a further line are no checkpoint', () => {
  const wrong = [`o\n042\n${ROOT}\n`, `o\n1\nAAAA\n`, `o\n1\n${ROOT}\nmore\n`, `o\n-1\n${ROOT}\n`, `o\n1\n${ROOT}`, '']
  expect(wrong.map(parseCheckpoint)).toEqual(wrong.map(() => null))
})

test('a note holds its text and every signature, and a blank line in the text belongs to the text', () => {
  const signatures = [
    { name: 'flowviz/kiel', value: 'AAAAAAA=' },
    { name: 'hq', value: 'AAECAw==' },
  ]
  for (const text of ['one\n', 'one\n\ntwo\n'])
    expect(parseNote(noteOf(text, signatures))).toEqual({ text, signatures })
  expect(noteOf('one\n', [signatures[1]!])).toBe('one\n\n\u2014 hq AAECAw==\n')
})

test('what is no note is none', () => {
  const wrong = [
    '',
    'one\n',
    'one\n\n',
    'one\n\n- hq AAAA\n',
    'one\n\n\u2014 hq\n',
    'one\n\n\u2014 a+b AAAA\n',
    'one\n\n\u2014 hq AAAA',
  ]
  expect(wrong.map(parseNote)).toEqual(wrong.map(() => null))
})

test('the key id of the format description comes out, and a signature over the text verifies', () => {
  // C2SP signed-note, the example of golang.org/x/mod/sumdb/note: PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW.
  const key = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64').subarray(1)
  expect(hash('sha256', keyIdInput('PeterNeumann', key)).slice(0, 8)).toBe('c74f20a3')
  const pair = generateKeyPairSync('ed25519')
  const text = checkpointText({ origin: 'flowviz/kiel', size: 1, root: ROOT })
  const value = sign(null, Buffer.from(text), pair.privateKey).toString('base64')
  const read = parseNote(noteOf(text, [{ name: 'flowviz/kiel', value }]))!
  expect(verify(null, Buffer.from(read.text), pair.publicKey, Buffer.from(read.signatures[0]!.value, 'base64'))).toBe(
    true,
  )
})

import { generateKeyPairSync, hash, type KeyObject, sign } from 'node:crypto'
import { checkpointText, keyIdInput, noteOf } from '@flowviz/contract/checkpoint'
import { codeOf } from '@flowviz/contract/error'
import { expect, test } from 'vitest'
import { witness } from './receipt.ts'

function keyPair(name: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url')
  return { name, privateKey, publicKey: raw.toString('base64'), raw }
}

function signature({ name, privateKey, raw }: { name: string; privateKey: KeyObject; raw: Buffer }, text: string) {
  const id = hash('sha256', keyIdInput(name, raw), 'buffer').subarray(0, 4)
  return { name, value: Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]).toString('base64') }
}

const box = keyPair('flowviz/plant-1')
const hq = keyPair('flowviz-hq')
const text = checkpointText({ origin: 'flowviz/plant-1', size: 7, root: Buffer.alloc(32, 1).toString('base64') })
const sent = noteOf(text, [signature(box, text)])
const refused = (receipt: string | null) => {
  try {
    witness(hq).check(sent, receipt)
    return 'taken'
  } catch (error) {
    return codeOf(error)
  }
}

test('the checkpoint that was sent, signed by headquarters beside the box, is a receipt', () => {
  expect(refused(noteOf(text, [signature(box, text), signature(hq, text)]))).toBe('taken')
})

test('a receipt that nobody at headquarters signed is none', () => {
  const thief = { ...keyPair('flowviz-hq') }
  expect(refused(noteOf(text, [signature(box, text)]))).toBe('checkpoint_invalid')
  expect(refused(noteOf(text, [signature(thief, text)]))).toBe('checkpoint_invalid')
  expect(refused(noteOf(text, [{ ...signature(hq, text), name: 'another' }]))).toBe('checkpoint_invalid')
  expect(refused(null)).toBe('checkpoint_invalid')
  expect(refused('no note at all')).toBe('checkpoint_invalid')
})

test('a good signature under another tree is no receipt for this one', () => {
  const other = text.replace('\n7\n', '\n8\n')
  expect(refused(noteOf(other, [signature(hq, other)]))).toBe('checkpoint_invalid')
  expect(refused(noteOf(text, [signature(hq, other)]))).toBe('checkpoint_invalid')
})

test('a batch without a checkpoint needs no receipt', () => {
  expect(() => witness(hq).check(null, null)).not.toThrow()
})

test('a key of headquarters that is none stops the start', () => {
  expect(() => witness({ name: 'flowviz-hq', publicKey: 'AAAA' })).toThrow()
})

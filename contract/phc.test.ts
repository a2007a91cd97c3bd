import { expect, test } from 'vitest'
import { parsePhc, phcOf } from './phc.ts'

const TEXT = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Gw9xN7h4VnVfHMKPvWMkxkQXkGr1m0o3y8Yq2pV3b0E'

test('a hash in PHC form is read into its parts and written as it was', () => {
  const parts = parsePhc(TEXT)
  expect(parts).toMatchObject({ memory_kib: 19_456, passes: 2, lanes: 1, salt: 'c29tZXNhbHRzb21lc2FsdA' })
  expect(phcOf(parts!)).toBe(TEXT)
})

test('another algorithm, another version, padding or plain text is no such hash', () => {
  for (const text of [
    'secret',
    TEXT.replace('argon2id', 'argon2i'),
    TEXT.replace('v=19', 'v=16'),
    `${TEXT}=`,
    `${TEXT}\n`,
  ])
    expect(parsePhc(text)).toBeNull()
})

import { expect, test } from 'vitest'
import { agrees, MEDIA_TYPES, type MediaType, mediaTypeOf } from './attachment.ts'

const bytes = (text: string) => Uint8Array.from(text, char => char.charCodeAt(0))
const HEADS: Record<MediaType, Uint8Array> = {
  'image/jpeg': bytes('\xff\xd8\xff\xe0..JFIF'),
  'image/png': bytes('\x89PNG\r\n\x1a\n....IHDR'),
  'image/webp': bytes('RIFF\x10\0\0\0WEBPVP8 '),
  'application/pdf': bytes('%PDF-1.7\n'),
  'text/plain': new TextEncoder().encode('Käse, 4 °C\n'),
  'text/csv': new TextEncoder().encode('lot,kg\nA,1\n'),
}

test('bytes agree with the media type they begin as, and with no other', () => {
  for (const type of MEDIA_TYPES)
    for (const named of MEDIA_TYPES) {
      const isBothText = named.startsWith('text/') && (type.startsWith('text/') || type === 'application/pdf')
      expect([type, named, agrees(HEADS[type], named)]).toEqual([type, named, type === named || isBothText])
    }
})

test('what is cut short, a program, or no UTF-8 is none of them', () => {
  for (const strange of [bytes('\xff\xd8'), bytes('MZ\x90\0'), bytes('K\xe4se'), bytes('a\0b')])
    for (const type of MEDIA_TYPES) expect(agrees(strange, type)).toBe(false)
  expect(agrees(bytes('RIFF'), 'image/webp')).toBe(false)
})

test('a media type is read from a header with parameters, and another one is none', () => {
  expect(mediaTypeOf('Text/Plain; charset=utf-8')).toBe('text/plain')
  expect(mediaTypeOf('image/svg+xml')).toBeNull()
  expect(mediaTypeOf(undefined)).toBeNull()
})

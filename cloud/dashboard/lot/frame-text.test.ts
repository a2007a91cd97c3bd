import { expect, test } from 'vitest'
import { frameText } from './frame-text.ts'

test('a frame of a scale reads as the scale sent it, control characters included', () => {
  expect(frameText('532053202020202031382e323530206b670d0a')).toBe('S S     18.250 kg<CR><LF>')
  expect(frameText('02ff03')).toBe('<STX>·<ETX>')
})

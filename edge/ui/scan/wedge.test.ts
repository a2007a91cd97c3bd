import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GS } from './key-text.ts'
import { openDesk, type Stroke, typed } from './testing/desk.ts'

const ENTER: Stroke = { key: 'Enter', gap_ms: 8 }
const CODE = '0109521234543213'

/** Pauses of a USB wedge in Chromium: reports come every 1 to 8 ms, and a frame of 16.7 ms holds some of them up. */
const WEDGE_MS = [1.2, 1.1, 7.9, 8.1, 1.3, 16.6, 1.1, 8, 8.2, 0.9, 15.8, 1]
/** Pauses of a Bluetooth scanner: 20 to 30 ms, and now and then a stutter of the radio. */
const BLUETOOTH_MS = [22.4, 29.8, 21, 24.9, 33.1, 20.4, 27, 41.5, 23.3, 28.8, 20.2, 30.4]
/** Pauses of a fast typist at 110 words per minute, with the two keys that roll over each other. */
const HAND_MS = [104, 88, 61, 121, 97, 72, 24, 133, 90, 110, 66, 81, 95, 31, 118, 76, 64, 102]
const pace = (recorded: readonly number[]) => (at: number) => recorded[at % recorded.length]!

const code = fc.string({
  unit: fc.constantFrom(...'ABCXYZabcxyz0123456789!"%&\'()*+,-./:;<=>?_ '),
  minLength: 4,
  maxLength: 60,
})
const ours = (text: string) => text.replace(/<gs>|\{gs\}|\[gs\]/gi, '') === text

test('a scan that ends in Enter is heard, and nothing of it reaches the button that has the focus', () => {
  const desk = openDesk('button')
  desk.keys([...typed(CODE, pace(WEDGE_MS)), ENTER])
  expect(desk.now()).toEqual({ value: '', presses: 0, submits: 0, scans: [CODE] })
})

test('a hundred random scans with spaces, in front of a button, press nothing', () => {
  fc.assert(
    fc.property(fc.array(code.filter(ours), { minLength: 100, maxLength: 100 }), codes => {
      const desk = openDesk('button')
      for (const text of codes) {
        desk.keys([...typed(text, pace(WEDGE_MS)), ENTER])
        desk.rest(400)
      }
      expect(desk.now()).toEqual({ value: '', presses: 0, submits: 0, scans: codes })
    }),
    { numRuns: 20 },
  )
})

test('a hundred random scans at any pace of a machine leave a field as it was', () => {
  const gaps = fc.infiniteStream(fc.double({ min: 0.1, max: 30, noNaN: true }))
  fc.assert(
    fc.property(fc.array(code.filter(ours), { minLength: 100, maxLength: 100 }), gaps, (codes, stream) => {
      const desk = openDesk('field')
      desk.keys(typed('half a sentence', 110))
      desk.rest(400)
      for (const text of codes) {
        desk.keys([...typed(text, () => stream.next().value as number), { key: 'Enter', gap_ms: 12 }])
        desk.rest(400)
      }
      expect(desk.now()).toEqual({ value: 'half a sentence', presses: 0, submits: 0, scans: codes })
    }),
    { numRuns: 20 },
  )
})

test('a Bluetooth scanner with a stutter is a scanner, with Enter and without', () => {
  const desk = openDesk('field')
  desk.keys(typed(CODE, pace(BLUETOOTH_MS)))
  desk.rest(200)
  expect(desk.now().scans).toEqual([CODE])
  desk.keys([...typed(CODE, pace(BLUETOOTH_MS)), { key: 'Enter', gap_ms: 27 }])
  expect(desk.now()).toEqual({ value: '', presses: 0, submits: 0, scans: [CODE, CODE] })
})

test('a fast typist is no scanner: every letter arrives, in order', () => {
  const desk = openDesk('field')
  const text = 'the quick brown fox took the whole lot of carrots'
  desk.keys([...typed(text, pace(HAND_MS)), { key: 'Enter', gap_ms: 90 }])
  desk.rest(200)
  expect(desk.now()).toEqual({ value: text, presses: 0, submits: 1, scans: [] })
})

test('hands at 60 to 120 ms are never held up, whatever they type', () => {
  const gaps = fc.infiniteStream(fc.double({ min: 60.01, max: 120, noNaN: true }))
  fc.assert(
    fc.property(code, gaps, (text, stream) => {
      const desk = openDesk('field')
      for (const stroke of typed(text, () => stream.next().value as number)) {
        desk.keys([stroke])
        expect(desk.now().value.endsWith(stroke.key)).toBe(true)
      }
      expect(desk.now()).toEqual({ value: text, presses: 0, submits: 0, scans: [] })
    }),
  )
})

test('two keys that roll over each other are shown, at most 60 ms late', () => {
  const desk = openDesk('field')
  desk.keys([
    { key: 't', gap_ms: 90 },
    { key: 'h', gap_ms: 18 },
  ])
  expect(desk.now().value).toBe('')
  desk.rest(60)
  expect(desk.now().value).toBe('th')
  desk.keys([
    { key: 'e', gap_ms: 20 },
    { key: 'n', gap_ms: 20 },
    { key: 'Backspace', gap_ms: 40 },
  ])
  expect(desk.now()).toMatchObject({ value: 'the', scans: [] })
})

test('a scanner without a suffix ends by silence, and an Enter that comes late presses nothing', () => {
  const desk = openDesk('button')
  desk.keys(typed('NOR-260101-L1-0042', 6))
  desk.rest(60)
  expect(desk.now().scans).toEqual(['NOR-260101-L1-0042'])
  desk.keys([{ key: 'Enter', gap_ms: 85 }])
  expect(desk.now().presses).toBe(0)
})

test('Space and Enter press a button again 150 ms after a scan, and not before', () => {
  const desk = openDesk('button')
  desk.keys([...typed(CODE, 5), ENTER, { key: 'Enter', gap_ms: 140 }])
  expect(desk.now().presses).toBe(0)
  desk.keys([{ key: 'Enter', gap_ms: 160 }])
  expect(desk.now().presses).toBe(1)
  desk.keys([{ key: ' ', gap_ms: 300 }])
  desk.rest(60)
  expect(desk.now().presses).toBe(2)
})

test('a code too short for a scan presses nothing with its Enter', () => {
  const desk = openDesk('button')
  desk.keys([...typed('A1', 9), ENTER])
  desk.rest(500)
  desk.keys([...typed('7', 9), ENTER])
  desk.rest(500)
  expect(desk.now()).toMatchObject({ presses: 0, scans: [] })
})

test('a prefix leaves nothing to guess: a slow, short code is one, and its first character is never shown', () => {
  const desk = openDesk('field')
  desk.keys([{ key: 'F13', gap_ms: 500 }, ...typed('B7', 55), { key: 'Enter', gap_ms: 20 }])
  expect(desk.now()).toMatchObject({ value: '', submits: 0, scans: ['B7'] })
  const STX: Stroke = { key: 'b', code: 'KeyB', ctrlKey: true, gap_ms: 400 }
  const ETX: Stroke = { key: 'c', code: 'KeyC', ctrlKey: true, gap_ms: 4 }
  desk.keys([STX, ...typed('L-9', 8), ETX])
  expect(desk.now()).toMatchObject({ value: '', scans: ['B7', 'L-9'] })
})

test('the group separator is heard however a scanner presses or writes it', () => {
  const alt = (digits: string): Stroke[] => [
    { key: 'Alt', code: 'AltLeft', altKey: true, gap_ms: 4 },
    ...[...digits].map(key => ({ key, code: `Numpad${key}`, altKey: true, gap_ms: 4 })),
  ]
  const ways: Stroke[][] = [
    [
      { key: 'Control', gap_ms: 3, ctrlKey: true },
      { key: ']', code: 'BracketRight', ctrlKey: true, gap_ms: 3 },
    ],
    // A Spanish layout has another character on that key.
    [{ key: '+', code: 'BracketRight', ctrlKey: true, gap_ms: 3 }],
    [{ key: GS, gap_ms: 3 }],
    alt('029'),
    alt('0029'),
    typed('<GS>', 3),
    typed('{GS}', 3),
    typed('|', 3),
  ]
  for (const way of ways) {
    const desk = openDesk('field', { separator: '|' })
    desk.keys([...typed('10AB-1', 5), ...way, ...typed('3103000500', 5), ENTER])
    expect(desk.now()).toMatchObject({ value: '', scans: [`10AB-1${GS}3103000500`] })
  }
})

test('a code that begins with the separator loses nothing', () => {
  const desk = openDesk('field')
  desk.keys([{ key: ']', code: 'BracketRight', ctrlKey: true, gap_ms: 400 }, ...typed('10AB-1', 5), ENTER])
  expect(desk.now()).toMatchObject({ value: '', scans: [`${GS}10AB-1`] })
})

test('capitals come with Shift, and F12 at the end opens nothing', () => {
  const desk = openDesk('field')
  const shifted = typed('QX9-AB', 6).flatMap(stroke => [{ key: 'Shift', gap_ms: 2 }, stroke])
  desk.keys([...shifted, { key: 'F12', gap_ms: 6 }])
  expect(desk.now()).toMatchObject({ value: '', scans: ['QX9-AB'] })
})

test('the symbols of one label that a scanner types in one go are two scans', () => {
  const desk = openDesk('field')
  desk.keys([
    ...typed('00395212345432100010', 4),
    { key: 'Tab', gap_ms: 4 },
    ...typed('02095212345432133712', 4),
    ENTER,
  ])
  expect(desk.now()).toMatchObject({ value: '', submits: 0, scans: ['00395212345432100010', '02095212345432133712'] })
})

test('a scanner that ends with Enter may stutter before its end', () => {
  const desk = openDesk('field')
  desk.keys([...typed(CODE, 5), ENTER])
  desk.rest(500)
  desk.keys([...typed('010952123454', 5), { key: '3', gap_ms: 90 }, ...typed('213', 5), ENTER])
  expect(desk.now()).toMatchObject({ value: '', scans: [CODE, CODE] })
})

test('what a person copies with Ctrl+C is theirs', () => {
  const desk = openDesk('field')
  desk.keys([{ key: 'c', code: 'KeyC', ctrlKey: true, gap_ms: 300 }])
  desk.rest(300)
  desk.keys(typed('ok', 80))
  expect(desk.now()).toMatchObject({ value: 'ok', scans: [] })
})

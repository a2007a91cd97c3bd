import { expect, test } from 'vitest'
import { createSound } from './sound.ts'
import { TONES } from './tone.ts'

const storage = (kept: Record<string, string> = {}) => ({
  getItem: (key: string) => kept[key] ?? null,
  setItem: (key: string, value: string) => {
    kept[key] = value
  },
})

test('the three tones differ in number, length and pitch, and each is heard at once', () => {
  const { ok, unknown, forbidden } = TONES
  const voices = [ok, unknown, forbidden]
  const length = (voice: typeof ok) => Math.max(...voice.notes.map(({ at_ms, length_ms }) => at_ms + length_ms))
  for (const { notes } of voices) expect(notes[0]!.at_ms).toBe(0)
  expect(new Set(voices.map(({ notes }) => notes.map(({ pitch_hz }) => pitch_hz).join())).size).toBe(3)
  expect(length(ok)).toBeLessThan(length(unknown))
  expect(length(unknown)).toBeLessThan(length(forbidden))
  expect(new Set(voices.map(({ vibration_ms }) => vibration_ms.join())).size).toBe(3)
})

test('the siren of a call for help is none of the tones: longer than all, and of more notes', () => {
  const { siren, ...tones } = TONES
  expect(siren.notes.length).toBeGreaterThan(Math.max(...Object.values(tones).map(({ notes }) => notes.length)))
  const last = siren.notes.at(-1)!
  expect(last.at_ms + last.length_ms).toBeGreaterThan(1_500)
})

test('before a finger touched the page there is no sound, and on a device without audio it says so', async () => {
  const sound = createSound({ audio: () => null, storage: storage() })
  expect(sound.standing.value).toBe('locked')
  expect(sound.play('ok')).toBe(false)
  await sound.unlock()
  expect(sound.standing.value).toBe('absent')
})

test('volume and vibration are kept on the tablet, and nonsense in the store is the default', () => {
  const kept: Record<string, string> = { 'flowviz.volume': 'loud' }
  const sound = createSound({ audio: () => null, storage: storage(kept) })
  expect(sound.volume.value).toBe(0.8)
  sound.volume.value = 0
  sound.vibration.value = false
  const again = createSound({ audio: () => null, storage: storage(kept) })
  expect([again.volume.value, again.vibration.value]).toEqual([0, false])
})

test('a tablet that vibrates says each tone with its own pattern, until that is switched off', () => {
  const felt: number[][] = []
  const sound = createSound({ audio: () => null, vibrate: pattern => felt.push(pattern), storage: storage() })
  sound.play('ok')
  sound.play('forbidden')
  sound.vibration.value = false
  sound.play('unknown')
  expect(felt).toEqual([[60], [600]])
})

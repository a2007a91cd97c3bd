import type { Sound } from '../sound/sound.ts'
import { type SoundName, TONES } from '../sound/tone.ts'
import { say } from './words.ts'

const NAMES = {
  ok: 'tone_ok',
  unknown: 'tone_unknown',
  forbidden: 'tone_forbidden',
  siren: 'tone_siren',
} as const satisfies Record<SoundName, string>
const STANDINGS = { ready: 'sound_ready', locked: 'sound_locked', absent: 'sound_absent' } as const
const MARKS = { ready: 'ok', locked: 'stale', absent: 'alarm' } as const

/** The tones and the siren to be heard, their volume, and whether the tablet vibrates. */
export function SoundTest({ sound }: { sound: Sound }) {
  const standing = sound.standing.value
  const play = async (tone: SoundName) => {
    await sound.unlock()
    sound.play(tone)
  }
  return (
    <section class="panel sound-test" aria-labelledby="sound-test">
      <h2 id="sound-test">{say('sound')}</h2>
      <p class="quiet">{say('sound_how')}</p>
      <p class="mark" data-tone={MARKS[standing]} role="status">
        {say(STANDINGS[standing])}
      </p>
      <div class="keys">
        {(Object.keys(TONES) as SoundName[]).map(tone => (
          <button key={tone} type="button" class="button" onClick={() => void play(tone)}>
            {say(NAMES[tone])}
          </button>
        ))}
      </div>
      <label class="field">
        <span class="label">{say('volume')}</span>
        <input
          type="range"
          min="0"
          max="1"
          step="0.1"
          value={sound.volume.value}
          onInput={event => {
            sound.volume.value = event.currentTarget.valueAsNumber
          }}
        />
      </label>
      <button
        type="button"
        class="button"
        aria-pressed={sound.vibration.value}
        onClick={() => {
          sound.vibration.value = !sound.vibration.value
        }}
      >
        {say('vibration')}
      </button>
    </section>
  )
}

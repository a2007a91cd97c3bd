import type { Floor } from '../floor-state.ts'
import { mode, theme } from '../frame/look.ts'
import { language } from '../word/language.ts'
import { say } from './words.ts'

/** What anybody may set at a tablet before they sign in: language, light, gloves; hear its sounds; and the ways to a new PIN and to set it up. */
export function TabletSettings({ floor }: { floor: Floor }) {
  const isNight =
    theme.value === 'night' || (theme.value === null && matchMedia('(prefers-color-scheme: dark)').matches)
  const isGlove = mode.value === 'glove'
  const test = () => void floor.sound.unlock().then(() => floor.sound.play('ok'))
  return (
    <footer class="tablet-settings">
      <button
        type="button"
        class="button"
        lang={language.value === 'es' ? 'en' : 'es'}
        onClick={() => {
          language.value = language.value === 'es' ? 'en' : 'es'
        }}
      >
        {say('language')}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => {
          theme.value = isNight ? 'day' : 'night'
        }}
      >
        {say(isNight ? 'day' : 'night')}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => {
          mode.value = isGlove ? 'floor' : 'glove'
        }}
      >
        {say(isGlove ? 'glove_off' : 'glove_on')}
      </button>
      <button type="button" class="button" disabled={floor.sound.standing.value === 'absent'} onClick={test}>
        {say(floor.sound.standing.value === 'absent' ? 'no_sound' : 'sound')}
      </button>
      <a class="button" href="/pin">
        {say('own_pin')}
      </a>
      <a class="button" href="/enrol">
        {say('set_up')}
      </a>
      <a class="button" href="/check">
        {say('check')}
      </a>
    </footer>
  )
}

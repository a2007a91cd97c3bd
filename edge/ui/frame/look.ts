import { effect, type Signal, signal } from '@preact/signals'
import { isLanguage, language } from '../word/language.ts'

export type Mode = 'floor' | 'glove'
export type Theme = 'day' | 'night'

/** Larger targets for gloves. */
export const mode: Signal<Mode> = signal('floor')
/** Night is for cold stores and dark shifts; null follows the system. */
export const theme: Signal<Theme | null> = signal(null)

interface LookParts {
  /** The set-up sheet of a tablet opens `?station=receiving-1&mode=glove&theme=night&lang=es` once. */
  asked: URLSearchParams
  storage: Pick<Storage, 'getItem' | 'setItem'>
  root: HTMLElement
  /** What the browser is set to read, most wanted first: a tablet that nobody chose a language for begins in its own. */
  spoken?: readonly string[]
}

/** Takes mode, theme and language from the address or from before, keeps them, and shows them on the page. */
export function keptLook({ asked, storage, root, spoken = [] }: LookParts): void {
  const kept = (name: string) => asked.get(name) ?? storage.getItem(`flowviz.${name}`)
  const [mode_, theme_, lang] = [kept('mode'), kept('theme'), kept('lang')]
  if (mode_ === 'floor' || mode_ === 'glove') mode.value = mode_
  if (theme_ === 'day' || theme_ === 'night') theme.value = theme_
  const own = spoken.map(tag => tag.split('-')[0]).find(isLanguage)
  if (isLanguage(lang)) language.value = lang
  else if (own !== undefined) language.value = own
  effect(() => {
    root.dataset.mode = mode.value
    storage.setItem('flowviz.mode', mode.value)
  })
  effect(() => {
    if (theme.value === null) return
    root.dataset.theme = theme.value
    storage.setItem('flowviz.theme', theme.value)
  })
  effect(() => {
    root.lang = language.value
    storage.setItem('flowviz.lang', language.value)
  })
}

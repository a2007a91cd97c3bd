import { type Signal, signal } from '@preact/signals'

/** `en-XA` is the pseudo-locale: English with accents and 40 % more letters, to find what does not fit or was not said through a catalog. */
export const LANGUAGES = ['en', 'es', 'en-XA'] as const
export type Language = (typeof LANGUAGES)[number]

/** What the person at this screen reads. One page has one reader, so this is the page's own. */
export const language: Signal<Language> = signal('en')

export const isLanguage = (text: unknown): text is Language => LANGUAGES.some(one => one === text)

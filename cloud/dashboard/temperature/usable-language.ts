/**
 * The language of the browser if Intl takes it, else plain English. A browser that was started without a locale calls
 * itself `en-US@posix`, which Intl refuses, and a library that asks Intl with it does not even load.
 */
export function usableLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

import { language } from './language.ts'
import { pseudo } from './pseudo.ts'

/** A sentence that counts: its forms by Intl.PluralRules, chosen by `{n}`. */
export interface Plural {
  one: string
  other: string
}
type Sentence = string | Plural
type Catalog = Readonly<Record<string, Sentence>>

/** The names in braces of a sentence: `'{n} lots of {product}'` has `n` and `product`. */
type Slot<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Slot<Rest> : never
type SlotsOf<S> = S extends string ? Slot<S> : S extends Plural ? 'n' | Slot<S['one']> | Slot<S['other']> : never
type Fill<S> = Readonly<Record<SlotsOf<S>, string | number>>
type Filled<S> = [SlotsOf<S>] extends [never] ? [] : [fill: Fill<S>]

/** Says a sentence of one catalog in the language of the moment; a component that calls it follows a switch. */
export type Say<C extends Catalog> = <K extends keyof C & string>(key: K, ...fill: Filled<C[K]>) => string

const plurals: { en?: Intl.PluralRules; es?: Intl.PluralRules } = {}

/**
 * The words of one room, in both languages: every sentence of the one has the other, held by the types.
 *
 *     const say = words({ title: 'Receive', lots: { one: '{n} lot', other: '{n} lots' } }, { title: 'Recibir', ... })
 *     say('lots', { n: 3 })
 */
export function words<const C extends Catalog>(
  en: C,
  es: { readonly [K in keyof C]: C[K] extends string ? string : Plural },
): Say<C> {
  return (key, ...[fill]: readonly (Readonly<Record<string, string | number>> | undefined)[]) => {
    const now = language.value
    const sentence: Sentence = now === 'es' ? es[key] : en[key]!
    const text = typeof sentence === 'string' ? sentence : sentence[formOf(now === 'es' ? 'es' : 'en', fill)]
    const shown = now === 'en-XA' ? pseudo(text) : text
    return fill === undefined ? shown : filled(shown, fill)
  }
}

function formOf(rules: 'en' | 'es', fill: Readonly<Record<string, string | number>> | undefined): 'one' | 'other' {
  plurals[rules] ??= new Intl.PluralRules(rules)
  return plurals[rules].select(Number(fill?.n ?? 0)) === 'one' ? 'one' : 'other'
}

const filled = (text: string, fill: Readonly<Record<string, string | number>>) =>
  text.replaceAll(/\{(\w+)\}/g, (slot, name: string) => String(fill[name] ?? slot))

import Type, { type Static } from 'typebox'

/** The US nine and what the EU adds (food-domain B6). */
export const ALLERGENS = [
  'milk',
  'egg',
  'fish',
  'crustacean',
  'tree_nut',
  'peanut',
  'wheat',
  'soy',
  'sesame',
  'gluten',
  'celery',
  'mustard',
  'lupin',
  'mollusc',
  'sulphite',
] as const
export type Allergen = (typeof ALLERGENS)[number]
export const Allergen = Type.Enum([...ALLERGENS] as Allergen[])
/** A set: each once, in the order of the table. */
export const Allergens = Type.Array(Allergen, { maxItems: ALLERGENS.length })
export type Allergens = Static<typeof Allergens>

/** The union of sets, in the order of the table. */
export function unionOf(...sets: readonly (readonly Allergen[])[]): Allergen[] {
  const all = new Set(sets.flat())
  return ALLERGENS.filter(allergen => all.has(allergen))
}

/** What of `inside` is not declared in `label`. */
export function undeclared(inside: readonly Allergen[], label: readonly Allergen[]): Allergen[] {
  return inside.filter(allergen => !label.includes(allergen))
}

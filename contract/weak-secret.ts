/** Secrets that examples, demos and lazy hands use; a production box refuses each of them. */
export const WELL_KNOWN_SECRETS: readonly string[] = [
  '0000',
  '1111',
  '1234',
  '2580',
  '4321',
  '123456',
  'admin',
  'password',
  'secret',
  'demo',
  'flowviz',
  'changeme',
]

/** Why a secret is one that is tried first: everybody's, the name that it belongs to, or the one before. */
export type SecretWeakness = 'well_known' | 'name' | 'same'

/** What a new secret is held against; a name that is not known is null, and so is a secret that nobody entered here. */
export interface SecretOwner {
  name: string | null
  before: string | null
}

/** Null for a secret that may be taken. A screen asks before it sends, the appliance asks again. */
export function weaknessOf(secret: string, { name, before }: SecretOwner): SecretWeakness | null {
  if (secret === before) return 'same'
  const lower = secret.toLowerCase()
  if (lower === name) return 'name'
  return WELL_KNOWN_SECRETS.includes(lower) ? 'well_known' : null
}

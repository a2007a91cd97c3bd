import type { Floor } from '../floor-state.ts'

/** How the person who is signed in signs: by name and secret, because the first signing of a session takes both. */
export function signingOf({ session }: Pick<Floor, 'session'>, secret: string): { name?: string; secret: string } {
  const name = session.person.peek()?.name
  return name === undefined ? { secret } : { name, secret }
}

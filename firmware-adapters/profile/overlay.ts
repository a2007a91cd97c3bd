import { type Checked, checkProfile } from './check.ts'
import type { Profile } from './schema.ts'

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is over lies over what is below, field by field; null takes a field away, a list replaces a list. */
function laid(below: unknown, over: unknown): unknown {
  if (!isFields(below) || !isFields(over)) return over
  const fields: Fields = { ...below }
  for (const [name, value] of Object.entries(over)) {
    if (value === null) delete fields[name]
    else fields[name] = laid(below[name], value)
  }
  return fields
}

const valueAt = (fields: unknown, place: string): unknown =>
  place.split('/').reduce((at: unknown, name) => (isFields(at) ? at[name] : undefined), fields)

const lacking = ({ profile }: Profile, places: string[]): Checked => ({
  profile: null,
  problems: places.map(place => ({ path: `/${place}`, message: `${profile} does not know it: it is to be given` })),
})

/**
 * A profile as one device has it: `overrides` has the form of a profile with its points by their key, and only what is
 * different. A point of a new key is added. The profile itself stays as it is for all others.
 */
export function overlaid(profile: Profile, overrides: Fields = {}): Checked {
  const { points: over = {}, ...rest } = overrides
  if (!isFields(over)) return { profile: null, problems: [{ path: '/points', message: 'points stand by their key' }] }
  const missing = (profile.requires ?? []).filter(place => valueAt(overrides, place) === undefined)
  if (missing.length > 0) return lacking(profile, missing)
  const keys = new Set([...profile.points.map(({ key }) => key), ...Object.keys(over)])
  const points = [...keys].flatMap(key => {
    const change = over[key]
    const below = profile.points.find(point => point.key === key)
    if (change === null) return []
    return [change === undefined ? below : laid(below ?? { key }, change)]
  })
  // Its tests and its pretended device speak of the device as it comes from the maker.
  const { tests: _tests, simulator: _simulator, ...described } = profile
  return checkProfile({ ...(laid(described, rest) as Fields), points, tests: [] })
}

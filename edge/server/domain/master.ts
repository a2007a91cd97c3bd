import { compareDecimal } from '@flowviz/contract/decimal'
import { FlowError } from '@flowviz/contract/error'
import type { Location } from '@flowviz/contract/plant/location'
import type { SiteSettings } from '@flowviz/contract/plant/settings'

/** True when both limits are there and the lower one is above the upper one. */
export function crossed(low: string | undefined, high: string | undefined): boolean {
  return low !== undefined && high !== undefined && compareDecimal(low, high) > 0
}

/**
 * Refuses a place that would stand in itself, through however many rooms.
 * @param parentOf the room around a place; undefined when it stands in none.
 * @throws FlowError location_circle, limits_invalid.
 */
export function requireSoundLocation(location: Location, parentOf: (location_id: string) => string | undefined): void {
  const { location_id, low_c, high_c } = location
  if (crossed(low_c, high_c)) {
    const problems = [`low_c ${low_c} is above high_c ${high_c}`]
    throw new FlowError('limits_invalid', `${problems[0]}.`, { extra: { problems } })
  }
  const seen = new Set<string>()
  for (let at = location.parent_id; at !== undefined && !seen.has(at); at = parentOf(at)) {
    if (at === location_id)
      throw new FlowError('location_circle', `${location.parent_id} stands in ${location_id} already.`)
    seen.add(at)
  }
}

/** Settings with each working day once, in order: the same week is the same version. */
export function settledSettings(settings: SiteSettings): SiteSettings {
  return { ...settings, working_days: [...new Set(settings.working_days)].sort((a, b) => a - b) }
}

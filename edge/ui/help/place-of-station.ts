import type { Location } from '@flowviz/contract/plant/location'

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/** The place that a station has its name from: `cook-line-1` stands at "Cook line", `receiving-2` at "Receiving dock". */
export function placeOfStation(
  station: string | null,
  places: readonly Pick<Location, 'location_id' | 'title'>[],
): string | null {
  if (station === null) return null
  const name = plain(station).replace(/ \d+$/, '')
  if (name === '') return null
  const found =
    places.find(({ location_id }) => plain(location_id) === plain(station)) ??
    places.find(({ location_id, title }) => plain(location_id).startsWith(name) || plain(title).startsWith(name))
  return found?.location_id ?? null
}

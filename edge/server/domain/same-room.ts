/** When something stood in a place; null: it still does. */
export interface Stay {
  location_id: string
  since: string
  until: string | null
}

/** The last moment that a timestamp can name: what still stands there has no end yet. */
export const STILL = '9999-12-31T23:59:59.999Z'

/** The times in which anything of it stood in a place: stays that overlap or touch become one. */
export function occupied(stays: readonly Stay[]): { location_id: string; since: string; until: string }[] {
  const spans: { location_id: string; since: string; until: string }[] = []
  const inOrder = [...stays].sort(
    (a, b) =>
      Number(a.location_id > b.location_id) - Number(a.location_id < b.location_id) || (a.since < b.since ? -1 : 1),
  )
  for (const { location_id, since, until } of inOrder) {
    const last = spans.at(-1)
    const end = until ?? STILL
    if (last === undefined || last.location_id !== location_id || last.until < since)
      spans.push({ location_id, since, until: end })
    else if (last.until < end) last.until = end
  }
  return spans
}

/** The window between the last good cleaning before a moment and the first one after it; open where there is none. */
export function betweenCleanings(
  cleanings: Iterable<{ occurred_at: string; entered_late: boolean }>,
  at: string,
): { from: string; to: string } {
  let from = ''
  let to = STILL
  for (const { occurred_at, entered_late } of cleanings) {
    // What was entered late says when it was done only by a clock of the floor: a scope must never be too small.
    if (entered_late) continue
    if (occurred_at <= at) from = occurred_at > from ? occurred_at : from
    else to = occurred_at < to ? occurred_at : to
  }
  return { from, to }
}

/** A lot that stood in a room from a time until another one; until null: it still does. Times in ms since 1970. */
export interface RoomStay {
  lot_key: number
  room_id: string
  since: number
  until: number | null
}

export interface StoodTogether {
  lot_key: number
  beside: number
  room_id: string
  from: number
  until: number | null
  /** Above 0 and below 1: to have stood together is no link. */
  confidence: number
}

const MOST = 0.9
const LEAST = 0.01

/**
 * The lots of `others` that stood together with one of `mine`, each once, with the stay that they shared the longest.
 * `now` closes what still stands. One pass in the order of time; both lists are of one room.
 */
export function stoodTogether(mine: readonly RoomStay[], others: readonly RoomStay[], now: number): StoodTogether[] {
  const best = new Map<number, StoodTogether>()
  const stays = [...mine.map(stay => ({ stay, ours: true })), ...others.map(stay => ({ stay, ours: false }))].sort(
    (a, b) => a.stay.since - b.stay.since,
  )
  let here: RoomStay[] = []
  let beside: RoomStay[] = []
  const still = (at: number) => (stay: RoomStay) => endOf(stay, now) > at
  for (const { stay, ours } of stays) {
    here = here.filter(still(stay.since))
    beside = beside.filter(still(stay.since))
    for (const other of ours ? beside : here) keep(best, ours ? together(stay, other, now) : together(other, stay, now))
    if (ours) here.push(stay)
    else beside.push(stay)
  }
  return [...best.values()]
}

const endOf = ({ until }: RoomStay, now: number): number => until ?? now
const lengthOf = (stay: RoomStay, now: number): number => endOf(stay, now) - stay.since

function together(mine: RoomStay, other: RoomStay, now: number): StoodTogether {
  const from = Math.max(mine.since, other.since)
  const until = Math.min(endOf(mine, now), endOf(other, now))
  const shorter = Math.max(1, Math.min(lengthOf(mine, now), lengthOf(other, now)))
  const share = Math.min(1, Math.max(0, until - from) / shorter)
  return {
    lot_key: other.lot_key,
    beside: mine.lot_key,
    room_id: other.room_id,
    from,
    until: mine.until === null && other.until === null ? null : until,
    confidence: Math.max(LEAST, Math.round(share * MOST * 100) / 100),
  }
}

function keep(best: Map<number, StoodTogether>, found: StoodTogether): void {
  const known = best.get(found.lot_key)
  if (known === undefined || known.confidence < found.confidence) best.set(found.lot_key, found)
}

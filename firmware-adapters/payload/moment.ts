const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/

/** ms since 1970 of a date and time with its zone (RFC 3339); null for anything else, such as a local time. */
export function momentOf(text: string): number | null {
  const found = RFC3339.exec(text)
  if (found === null) return null
  const [, year, month, day, hour, minute, second, fraction = '', sign, zoneHour = '0', zoneMinute = '0'] = found
  const at = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Math.min(Number(second), 59),
    Number(fraction.padEnd(3, '0').slice(0, 3)),
  )
  // 31 April is none, and neither is 25 o'clock; a leap second counts as the one before it.
  const written = `${year}-${month}-${day}T${hour}:${minute}`
  if (Number(second) > 60 || Number(zoneHour) > 23 || Number(zoneMinute) > 59) return null
  if (!Number.isFinite(at) || new Date(at).toISOString().slice(0, 16) !== written) return null
  const zone_ms = (Number(zoneHour) * 60 + Number(zoneMinute)) * 60_000
  return sign === undefined ? at : sign === '+' ? at - zone_ms : at + zone_ms
}

/** ms since 1970 of a number of seconds that may have a fraction; null for what is no such moment. */
export function momentOfSeconds(text: string): number | null {
  const seconds = Number(text)
  // A clock that was never set counts from 0.
  if (!/^\d{1,12}(\.\d{1,9})?$/.test(text) || seconds === 0) return null
  return Math.round(seconds * 1_000)
}

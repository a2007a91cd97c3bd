/** Days of a time zone, `YYYY-MM-DD`. */
export function daysOf(zone: string): (timestamp: string) => string {
  if (zone === 'UTC') return timestamp => timestamp.slice(0, 10)
  // Sweden writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return timestamp => format.format(new Date(timestamp))
}

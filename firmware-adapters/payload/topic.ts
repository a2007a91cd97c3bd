/** True when a topic is matched by a filter (MQTT 3.1.1, 4.7): `+` stands for one level, `#` for the rest. */
export function topicMatches(filter: string, topic: string): boolean {
  const wanted = filter.split('/')
  const levels = topic.split('/')
  // 4.7.2: wildcards at the beginning do not match the broker's own topics.
  if (topic.startsWith('$') && (filter.startsWith('+') || filter.startsWith('#'))) return false
  const matches = wanted.every((level, at) => level === '#' || level === '+' || level === levels[at])
  return matches && (wanted.at(-1) === '#' ? levels.length >= wanted.length - 1 : levels.length === wanted.length)
}

/** The levels of a topic below a prefix that may contain `+`; null when it stands elsewhere. */
export function levelsBelow(prefix: string, topic: string): string[] | null {
  const wanted = prefix.split('/')
  const levels = topic.split('/')
  if (levels.length <= wanted.length) return null
  return wanted.every((level, at) => level === '+' || level === levels[at]) ? levels.slice(wanted.length) : null
}

/** True when a filter needs matching level by level. */
export const isWild = (filter: string) => /[+#]/.test(filter)

// One token at a time, from where the last one ended: a text that is none costs no more than its length.
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[\t\n\r ]+|[^"{}[\],:\t\n\r ]+/sy
const NO_NUMBER = /^[+-]?(?:nan|inf(?:inity)?)$/i

/** True for what programs print in place of a number that there is none: NaN, -Infinity, inf, in any case. */
export const isNoNumber = (text: string) => NO_NUMBER.test(text)

/**
 * Makes strict JSON of what sensors print: NaN and Infinity, which Python and C write and JSON does not know, become
 * strings. Null when the text is no JSON at all, or when an object has the same key twice: which one is meant nobody knows.
 */
export function strictJson(text: string): string | null {
  const parts: string[] = []
  const keys: Set<string>[] = []
  let before = ''
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text)?.[0]
    if (token === undefined) return null
    parts.push(isNoNumber(token) ? `"${token}"` : token)
    if (token === '{' || token === '[') keys.push(new Set())
    else if (token === '}' || token === ']') keys.pop()
    else if (token === ':' && !isNew(before, keys.at(-1))) return null
    if (token.trim() !== '') before = token
  }
  return parts.join('')
}

/** Takes a key down; the same one may be written in several ways. */
function isNew(key: string, seen: Set<string> | undefined): boolean {
  const name = key.includes('\\') ? unescaped(key) : key.slice(1, -1)
  if (seen === undefined || seen.has(name)) return false
  seen.add(name)
  return true
}

function unescaped(key: string): string {
  try {
    return String(JSON.parse(key))
  } catch {
    // No JSON: the parser says so.
    return key
  }
}

/** One event of a server-sent-event stream. */
export interface StreamEvent {
  event: string
  data: string
}

/**
 * Reads `text/event-stream` text, cut anywhere, and hands on each complete event; comments and ids are passed over.
 * Follows the parsing rules of the HTML standard, section 9.2.6.
 */
export function eventStreamParser(emit: (event: StreamEvent) => void): (text: string) => void {
  let rest = ''
  let event = ''
  let lines: string[] = []
  const take = (line: string) => {
    if (line === '') {
      if (lines.length > 0) emit({ event: event === '' ? 'message' : event, data: lines.join('\n') })
      event = ''
      lines = []
      return
    }
    const colon = line.indexOf(':')
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'event') event = value
    if (field === 'data') lines.push(value)
  }
  return text => {
    rest += text
    for (;;) {
      const end = /\r\n|\n|\r(?!$)/.exec(rest)
      if (end === null) return
      take(rest.slice(0, end.index))
      rest = rest.slice(end.index + end[0].length)
    }
  }
}

import { type Fit, StartedFramer } from '../../scale/started.ts'

const CR = 0x0d
const QUESTION_MARK = 0x3f
/** STX, question mark, status, CR. */
const STATUS_LENGTH = 4
/** STX, weight with its point and an N for net, CR. */
const LENGTH_MAX = 12

/** Cuts what an 8217 scale says into replies. A status byte may be any of 00h to 7Fh, so a status is cut by its length. */
export const replyFramer = (noise: (bytes: number) => void) => new StartedFramer(fitOf, noise)

function fitOf(bytes: readonly number[]): Fit {
  const [, second, ...rest] = bytes.map(byte => byte & 0x7f)
  if (second === undefined) return 'more'
  if (second === QUESTION_MARK) {
    if (bytes.length < STATUS_LENGTH) return 'more'
    return rest[1] === CR ? 'whole' : 'none'
  }
  const last = bytes.at(-1)! & 0x7f
  if (last === CR) return 'whole'
  return bytes.length < LENGTH_MAX && last >= 0x20 && last < 0x7f ? 'more' : 'none'
}

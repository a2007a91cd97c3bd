import { TELEGRAM_LENGTH } from '../../protocol/weihenstephan.ts'

/** Cuts what arrives into telegrams: they all have the same length, and TCP loses none of their bytes. */
export async function* telegrams(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting = new Uint8Array(0)
  for await (const chunk of chunks) {
    const joined = new Uint8Array(waiting.length + chunk.length)
    joined.set(waiting)
    joined.set(chunk, waiting.length)
    const whole = joined.length - (joined.length % TELEGRAM_LENGTH)
    waiting = joined.slice(whole)
    for (let at = 0; at < whole; at += TELEGRAM_LENGTH) yield joined.slice(at, at + TELEGRAM_LENGTH)
  }
}

const HEADER_END = Buffer.from('\r\n\r\n')

/** Where an HTTP answer begins, where its body does, and where both end. */
export interface Answer {
  status: number
  bodyAt: number
  length: number
}

/** The first complete answer in the bytes; null while it is not complete. @throws on one without a length. */
export function answerIn(bytes: Buffer): Answer | null {
  const end = bytes.indexOf(HEADER_END)
  if (end < 0) return null
  const head = bytes.toString('latin1', 0, end)
  const body = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (body === undefined) throw new Error(`an answer without a length: ${head}`)
  const bodyAt = end + HEADER_END.length
  const length = bodyAt + Number(body)
  return bytes.length < length ? null : { status: Number(head.slice(9, 12)), bodyAt, length }
}

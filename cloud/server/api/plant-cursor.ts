import { isUuid } from '@flowviz/contract/uuid'
import { partsOf, wrongCursor } from './asking.ts'

const PLAIN_UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isText = (part: unknown): part is string =>
  typeof part === 'string' && part.length <= 200 && !part.includes('\u0000') && part.isWellFormed()

/** @throws FlowError body_invalid, as all of these do. */
export function recordCursor(cursor: string | undefined) {
  if (cursor === undefined) return null
  const [at, id] = partsOf(cursor)
  if (Number.isSafeInteger(at) && isText(id)) return { at: at as number, id }
  throw wrongCursor()
}

export function gateCursor(cursor: string | undefined) {
  if (cursor === undefined) return null
  const [epoch, seq] = partsOf(cursor)
  if (Number.isSafeInteger(epoch) && Number.isSafeInteger(seq)) return { epoch: epoch as number, seq: seq as number }
  throw wrongCursor()
}

export function idCursor(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const [id] = partsOf(cursor)
  if (typeof id === 'string' && isUuid(id)) return id
  throw wrongCursor()
}

export function linkCursor(cursor: string | undefined, field: string) {
  if (cursor === undefined) return null
  const [lot_id, run_id, kind] = partsOf(cursor, field)
  if (isText(lot_id) && PLAIN_UUID.test(lot_id) && isText(run_id) && PLAIN_UUID.test(run_id) && isText(kind))
    return { lot_id, run_id, kind }
  throw wrongCursor(field)
}

import { FlowError } from '@flowviz/contract/error'
import { type LineBody, linesOf } from '../../store/logistics-record.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { findLot } from './find.ts'
import { findHu } from './hu.ts'

type Unpicking = Ask<'unpick-shipment'>['body']

interface Unpicked {
  out: LineBody[]
  /** Lines that the shipment keeps. */
  left: number
}

/**
 * The lines that a body names. A handling unit comes out as it went in, whole, whichever of its lines is named; of a lot
 * that was picked several times it is the last pick, so that taking it back a second time takes back the one before.
 * @throws FlowError body_invalid, lot_not_found, record_not_found.
 */
export function unpickedLines(shipment_id: string, body: Unpicking, context: Context): Unpicked {
  const lines = linesOf(shipment_id, 'PICKED', context.store.records)
  const named = namedBy(body, context)
  const found = lines.findLast(named)
  if (found === undefined) throw new FlowError('record_not_found', 'The shipment has no such line.')
  const out = found.hu_id === null ? [found] : lines.filter(({ hu_id }) => hu_id === found.hu_id)
  return { out, left: lines.length - out.length }
}

function namedBy({ line_id, lot_id, hu_id }: Unpicking, context: Context): (line: LineBody) => boolean {
  if ([line_id, lot_id, hu_id].filter(id => id !== undefined).length !== 1)
    throw new FlowError('body_invalid', 'What is taken out is named by one of line_id, lot_id and hu_id.')
  if (line_id !== undefined) return line => line.line_id === line_id
  if (hu_id !== undefined) {
    const unit = findHu(hu_id, context)
    return line => line.hu_id === unit.hu_id
  }
  const lot = findLot(lot_id!, context)
  return line => line.lot_id === lot.lot_id && line.hu_id === null
}

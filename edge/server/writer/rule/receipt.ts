import { RECEIVING } from '@flowviz/contract/change/lot'
import { FlowError } from '@flowviz/contract/error'
import type { MissingKde, Warning } from '@flowviz/contract/logistics-view'
import type { LotRegistration } from '@flowviz/contract/lot'
import type { Party } from '@flowviz/contract/plant/party'
import { isTimestamp } from '@flowviz/contract/time'
import { isSaid, type KdeVerdict, receivingKdes } from '../../domain/kde.ts'
import { receiptView } from '../../store/logistics-record.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { addLot } from '../lot.ts'
import { entered, newcomer, requireRoom } from './enter.ts'
import { findLocation, findRecord, lotView } from './find.ts'
import { requireParty } from './party.ts'
import type { Rules } from './rule.ts'
import { milligramsOf } from './take.ts'

type Receiving = Ask<'receive-goods'>
type Line = Receiving['body']['lines'][number]

/** Goods come in. */
export const RECEIPT_RULES = {
  /**
   * @throws FlowError record_not_found, supplier_unapproved, party_unfit, kde_missing (with `missing`), location_unfit,
   *   weight_missing, weight_ambiguous, scale_unstable, scale_refused, lot_code_taken, quantity_invalid, body_invalid.
   */
  'receive-goods': (ask, context) => {
    const { actor, body, captured } = ask
    const { ledger, store } = context
    const received_at = body.received_at ?? ledger.stamp()
    if (!isTimestamp(received_at)) throw new FlowError('body_invalid', `received_at ${received_at} is no moment.`)
    const supplier = approvedSupplier(body.supplier_id, context)
    if (body.carrier_id !== undefined) requireParty(body.carrier_id, 'carrier', context)
    requireOneScale(body)
    const location = findLocation(body.location_id ?? RECEIVING, context)
    const { refused, told } = kdesOf(body, context)
    if (refused.length > 0) throw kdeMissing(refused)
    const weight_mg = body.lines.reduce((sum, line) => sum + milligramsOf(line, captured), 0)
    requireRoom(location, { weight_mg, lots: body.lines.map(({ lot_code }) => newcomer(lot_code)) }, context)

    const warnings = [...told.map(untold), ...knownCodes(body, context)]
    const receipt_id = context.newId()
    const lot_ids = body.lines.map(line => {
      const registration = registrationOf(
        line,
        { body, supplier, location_id: location.location_id, received_at },
        context,
      )
      const origins = { origin: 'received', receipt_id } as const
      return addLot({ actor, registration, captured, origins }, context).event.data.lot_id
    })
    ledger.append({
      type: 'receipt.recorded',
      actor,
      subject: `receipt:${receipt_id}`,
      data: {
        receipt_id,
        supplier_id: body.supplier_id,
        previous_source: body.previous_source,
        location_id: location.location_id,
        received_at,
        documents: body.documents,
        carrier_id: body.carrier_id ?? null,
        lot_ids,
      },
      occurred_at: received_at,
    })
    entered({ lot_ids, location_id: location.location_id }, { actor, context })
    return {
      receipt: receiptView(findRecord('receipt', receipt_id, context)),
      lots: lot_ids.map(id => lotView(store.lots.byId(id)!, context)),
      warnings,
    }
  },
} satisfies Partial<Rules>

function approvedSupplier(partyId: string, context: Context): Party {
  const { body, state } = findRecord('party', partyId, context)
  const party = body.party as Party
  if (state !== 'ACTIVE' || !party.kinds.includes('supplier') || party.approved !== true)
    throw new FlowError('supplier_unapproved', `${party.title} is not an approved supplier.`)
  return party
}

/** One scale weighs one lot: with several lines nobody could say which of them stood on it. */
function requireOneScale({ scale_id, lines }: Receiving['body']): void {
  if (scale_id === undefined) {
    const bare = lines.findIndex(({ weight_kg }) => weight_kg === undefined)
    if (bare >= 0) throw new FlowError('weight_missing', `Line ${bare} has no weight.`)
  } else if (lines.length > 1 || lines[0]?.weight_kg !== undefined)
    throw new FlowError('weight_ambiguous', 'A scale weighs the only line of a receipt, which says no weight itself.')
}

function kdesOf({ documents, previous_source, lines }: Receiving['body'], { known }: Context): KdeVerdict {
  return receivingKdes(
    { documents: documents.filter(({ number }) => isSaid(number)).length, previous_source: isSaid(previous_source) },
    lines.map(({ item_id, supplier_lot_code, supplier_tlc_source }) => {
      const item = known.item(item_id)
      return {
        listed: item?.ftl_category !== undefined,
        exempt: item?.fsma_exemption !== undefined,
        tlc: isSaid(supplier_lot_code),
        tlc_source: isSaid(supplier_tlc_source),
      }
    }),
  )
}

/** @throws nothing: it is the refusal itself. */
export function kdeMissing(missing: MissingKde[]): FlowError {
  const names = [...new Set(missing.map(({ kde, cfr }) => `${kde} (${cfr})`))]
  return new FlowError('kde_missing', `Missing: ${names.join(', ')}.`, { extra: { missing } })
}

export const untold = ({ line, kde, cfr }: MissingKde): Warning => ({
  kind: 'kde_missing',
  line,
  text: `${kde} is missing; ${cfr} asks for it for food of the traceability list.`,
})

/** A code that another source has given too is another lot; both may be here, and somebody should know. */
function knownCodes({ lines, supplier_id }: Receiving['body'], { store }: Context): Warning[] {
  return lines.flatMap(({ supplier_lot_code: tlc, supplier_tlc_source = supplier_id }, line): Warning[] => {
    const others = tlc === undefined ? [] : store.tlcs.sources(tlc).filter(source => source !== supplier_tlc_source)
    if (others.length === 0) return []
    return [
      { kind: 'tlc_known', line, text: `Lot code ${tlc} is known from another source too: ${others.join(', ')}.` },
    ]
  })
}

interface Around {
  body: Receiving['body']
  supplier: Party
  location_id: string
  received_at: string
}

function registrationOf(line: Line, { body, supplier, location_id, received_at }: Around, { known }: Context) {
  const item = known.item(line.item_id)
  if (item === null) throw new FlowError('record_not_found', `There is no item ${line.item_id} at this site.`)
  const registration: LotRegistration = {
    ...line,
    lot_type: item.lot_type,
    product: line.product ?? item.title,
    supplier: supplier.title,
    supplier_id: body.supplier_id,
    location_id,
    occurred_at: received_at,
    ...(body.scale_id === undefined ? {} : { scale_id: body.scale_id }),
  }
  return registration
}

import type { Party } from '@flowviz/contract/plant/party'
import type { RecallConsignee, RecallEffect } from '@flowviz/contract/recall'
import type { LotBalance } from '@flowviz/contract/recall-word'
import { everyRecord } from './logistics-record.ts'
import type { RecordStore } from './record-store.ts'

export type ShippedLot = Pick<LotBalance, 'lot_id' | 'lot_code' | 'shipped'>
type Notice = Partial<RecallConsignee>

/** Everybody who received something of these lots, and everybody who was notified, by id. */
export function consigneeViews(recallId: string, lots: readonly ShippedLot[], records: RecordStore): RecallConsignee[] {
  const notices = new Map<string, Notice>()
  for (const { body } of everyRecord(records, { kind: 'recall_consignee', parent: recallId }))
    notices.set(body.customer_id as string, body as Notice)
  const received = receivedBy(lots)
  const customers = [...new Set([...received.keys(), ...notices.keys()])].sort()
  return customers.map(id => consigneeView(id, received.get(id) ?? [], { notice: notices.get(id) ?? {}, records }))
}

function consigneeView(
  customer_id: string,
  lots: RecallConsignee['lots'],
  { notice, records }: { notice: Notice; records: RecordStore },
): RecallConsignee {
  const party = records.get('party', customer_id)?.body.party as Party | undefined
  return {
    customer_id,
    title: party?.title ?? customer_id,
    phone: party?.phone ?? null,
    address: addressOf(party),
    gln: party?.gln ?? null,
    shipped_mg: lots.reduce((sum, { shipped_mg }) => sum + shipped_mg, 0),
    returned_mg: lots.reduce((sum, { returned_mg }) => sum + returned_mg, 0),
    lots,
    notified_at: notice.notified_at ?? null,
    notified_by: notice.notified_by ?? null,
    channel: notice.channel ?? null,
    contact: notice.contact ?? null,
    answered_at: notice.answered_at ?? null,
    answer: notice.answer ?? null,
    found: notice.found ?? null,
    checked_at: notice.checked_at ?? null,
    checked_by: notice.checked_by ?? null,
    check_channel: notice.check_channel ?? null,
    effective: notice.effective ?? null,
    check: notice.check ?? null,
  }
}

/** What the notices have reached and brought back, over all consignees. */
export function effectOf(consignees: readonly RecallConsignee[]): RecallEffect {
  const count = (test: (one: RecallConsignee) => boolean) => consignees.filter(test).length
  const sum = (of: (one: RecallConsignee) => number) => consignees.reduce((total, one) => total + of(one), 0)
  const shipped_mg = sum(one => one.shipped_mg)
  const returned_mg = sum(one => one.returned_mg)
  const found_mg = sum(({ found }) => found?.weight_mg ?? 0)
  return {
    consignee_count: consignees.length,
    notified_count: count(({ notified_at }) => notified_at !== null),
    answered_count: count(({ answered_at }) => answered_at !== null),
    checked_count: count(({ checked_at }) => checked_at !== null),
    effective_count: count(({ effective }) => effective === true),
    shipped_mg,
    returned_mg,
    found_mg,
    gone_mg: shipped_mg - returned_mg - found_mg,
  }
}

function receivedBy(lots: readonly ShippedLot[]): Map<string, RecallConsignee['lots']> {
  const rows = lots.flatMap(({ lot_id, lot_code, shipped }) =>
    shipped.map(({ customer_id, ...rest }) => ({ customer_id, line: { lot_id, lot_code, ...rest } })),
  )
  const groups = Map.groupBy(rows, ({ customer_id }) => customer_id)
  return new Map([...groups].map(([customer_id, found]) => [customer_id, found.map(({ line }) => line)]))
}

function addressOf(party: Party | undefined): string | null {
  if (party === undefined) return null
  const { street, postal_code, city, region, country } = party
  const place = [postal_code, city].filter(part => part !== undefined).join(' ')
  const parts = [street, place, region, country].filter(part => part !== undefined && part !== '')
  return parts.length === 0 ? null : parts.join(', ')
}

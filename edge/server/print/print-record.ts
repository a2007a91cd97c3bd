import type { AuditEntry } from '@flowviz/contract/audit'
import { fieldsOf } from '@flowviz/contract/audit-change'
import type { SignatureView } from '@flowviz/contract/signature'
import type { PrintedRecord } from './record.ts'
import { Sheet } from './sheet.ts'
import { labelOf, shown, timeOf, VERIFY, whoOf } from './words.ts'

/** One record's history, its signatures and what proves them, as a PDF. */
export function printRecord(record: PrintedRecord): Promise<Uint8Array> {
  const name = record.title === null ? record.subject : `${record.title} (${record.subject})`
  const sheet = new Sheet({
    title: `Record ${name}`,
    author: record.site_name,
    created: record.printed_at,
    foot: `${record.site_name} (${record.site}) · ${record.title ?? record.subject} · printed ${timeOf(record.printed_at)} by ${record.printed_by}`,
  })
  head(sheet, record, name)
  for (const entry of record.entries) event(sheet, entry, record.broken.includes(entry.seq))
  sheet.need(60).text('Signatures', { font: 'bold', size: 12, above: 14 }).rule(2)
  if (record.signatures.length === 0) sheet.text('Nobody has signed this record.')
  for (const signature of record.signatures) signed(sheet, signature)
  evidence(sheet, record)
  return sheet.finish()
}

function head(sheet: Sheet, record: PrintedRecord, name: string): void {
  const { entries, from, to } = record
  sheet.text(record.site_name, { font: 'bold', size: 15 })
  sheet.text(`Record ${name}`, { font: 'bold', size: 11, above: 2 }).rule(4)
  sheet.pair('Plant', `${record.site_name} (${record.site})`)
  sheet.pair('Record', name)
  sheet.pair('Printed', `${timeOf(record.printed_at)} by ${record.printed_by}`)
  if (from !== null || to !== null)
    sheet.pair(
      'Part of the history',
      `from ${from === null ? 'the beginning' : timeOf(from)} to ${to === null ? 'now' : timeOf(to)}`,
    )
  sheet.pair(
    'Events',
    entries.length === 0 ? 'none' : `${entries.length}, No. ${entries[0]!.seq} to No. ${entries.at(-1)!.seq}`,
  )
  sheet.pair(
    'Times',
    'UTC as the server recorded them; where the event is known to have happened at another time, that is given too',
  )
  sheet.text('History', { font: 'bold', size: 12, above: 12 })
}

function event(sheet: Sheet, entry: AuditEntry, broken: boolean): void {
  const { inside } = entry
  const facts = inside ?? entry
  sheet.need(70).rule(5)
  sheet.text(`No. ${entry.seq}   ${timeOf(facts.recorded_at)}   ${facts.type}`, { font: 'bold', size: 9 })
  sheet.pair('By', whoOf(facts))
  if (facts.occurred_at !== facts.recorded_at) sheet.pair('Happened', timeOf(facts.occurred_at))
  if (inside !== null)
    sheet.pair('Brought back', `${timeOf(entry.recorded_at)}, after a restore, from the copy of headquarters`)
  if (facts.subject !== null) sheet.pair('About', facts.subject)
  if (facts.reason !== null) sheet.pair('Reason', facts.reason)
  if (facts.corrects !== null) sheet.pair('Corrects', `event ${facts.corrects}`)
  values(sheet, facts.data, entry.before)
  if (!entry.before_complete) sheet.pair('Before', 'has so many earlier events that not all were read; see the export')
  sheet.pair('Row hash', `${entry.hash}${broken ? '  DOES NOT FIT ITS ROW' : ''}`, 'mono')
}

/** The values of an event, each with what stood there before it. What has no value is left out. */
function values(sheet: Sheet, data: unknown, before: AuditEntry['before']): void {
  const fields = fieldsOf(data)
  for (const [path, value] of Object.entries(fields)) {
    const changed = before !== null && Object.hasOwn(before, path)
    if (value === null && !changed) continue
    sheet.pair(labelOf(path), changed ? `${shown(value)}   (before: ${shown(before[path])})` : shown(value))
  }
  for (const [path, value] of Object.entries(before ?? {}))
    if (!Object.hasOwn(fields, path)) sheet.pair(labelOf(path), `gone   (before: ${shown(value)})`)
}

/** A signature with its name, its time, its meaning and what it is bound to. */
export function signed(sheet: Sheet, { printed_name, signer_id, ...signature }: SignatureView): void {
  sheet.need(70)
  sheet.pair('Signed by', printed_name === null ? `name withheld, person ${signer_id}` : printed_name)
  sheet.pair('Date and time', timeOf(signature.signed_at))
  sheet.pair('Meaning', signature.meaning)
  sheet.pair('Status', signature.valid ? 'VALID' : `NOT VALID: ${signature.problem ?? 'it does not fit what it signs'}`)
  for (const { seq, hash, subject } of signature.signs) sheet.pair('Signs', `No. ${seq}  ${hash}  ${subject}`, 'mono')
  sheet.pair('Signature', `No. ${signature.seq}, ${signature.signature_id}`).rule(4)
}

/** The end of the ledger and what signs it. */
export function evidence(sheet: Sheet, { head: end, public_key, checkpoint, receipt, broken }: PrintedRecord): void {
  sheet.need(120).text('Evidence', { font: 'bold', size: 12, above: 14 }).rule(2)
  sheet.pair(
    'Rows',
    broken.length === 0 ? 'Each row above fits its hash.' : `These rows do not fit their hash: ${broken.join(', ')}.`,
  )
  sheet.pair('End of the ledger', `No. ${end.seq} of epoch ${end.epoch}  ${end.hash}`, 'mono')
  if (public_key !== null) sheet.pair('Key of the box', `Ed25519 ${public_key}`, 'mono')
  sheet.pair('Checkpoint', checkpoint ?? 'none yet; the next one is signed within a minute', 'mono')
  if (receipt !== null) sheet.pair('Countersigned', receipt, 'mono')
  sheet.text(VERIFY, { size: 8, above: 6 })
}

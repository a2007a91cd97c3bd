import type { AuditEntry, AuditFacts } from '@flowviz/contract/audit'
import { fieldsOf } from '@flowviz/contract/audit-change'
import type { SignatureView } from '@flowviz/contract/signature'
import type { PrintedRecord } from './record.ts'
import { Sheet } from './sheet.ts'

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

function signed(sheet: Sheet, { printed_name, signer_id, ...signature }: SignatureView): void {
  sheet.need(70)
  sheet.pair('Signed by', printed_name === null ? `name withheld, person ${signer_id}` : printed_name)
  sheet.pair('Date and time', timeOf(signature.signed_at))
  sheet.pair('Meaning', signature.meaning)
  sheet.pair('Status', signature.valid ? 'VALID' : `NOT VALID: ${signature.problem ?? 'it does not fit what it signs'}`)
  for (const { seq, hash, subject } of signature.signs) sheet.pair('Signs', `No. ${seq}  ${hash}  ${subject}`, 'mono')
  sheet.pair('Signature', `No. ${signature.seq}, ${signature.signature_id}`).rule(4)
}

function evidence(sheet: Sheet, { head: end, public_key, checkpoint, receipt, broken }: PrintedRecord): void {
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

const VERIFY =
  'How to verify. Each row of the ledger is SHA-256("flowviz/ledger/v1" LF, hash of the row before, SHA-256(text of the row)), so that no ' +
  'row can be changed, left out or put in without every later hash changing. The checkpoint above is the size and the root of the Merkle ' +
  'tree (RFC 6962) over those hashes, signed with the key of the box; headquarters keeps a countersigned copy. `flowviz ledger prove` gives ' +
  'the proof of one row against it, and `flowviz ledger verify` checks a proof, an export or a whole ledger, offline, with public keys only. ' +
  'A signature holds as long as every row that it names is there with that hash and has not been corrected since.'

/** `2026-11-23T05:00:00.000Z` as `2026-11-23 05:00:00.000 UTC`. */
function timeOf(timestamp: string): string {
  return timestamp.replace('T', ' ').replace('Z', ' UTC')
}

function whoOf({ actor }: AuditFacts): string {
  if (actor === null) return 'not recorded'
  const name =
    actor.kind === 'person' ? (actor.display_name ?? `name withheld, person ${actor.id}`) : `${actor.kind} ${actor.id}`
  const more = [
    actor.role,
    actor.station === null ? null : `at ${actor.station}`,
    actor.device === null ? null : `with ${actor.device}`,
  ]
  return [name, ...more.filter(part => part !== null)].join(', ')
}

/** `weight.measurement.value` as `weight / measurement / value`. */
function labelOf(path: string): string {
  return path.replaceAll('_', ' ').replaceAll('.', ' / ')
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'none'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(shown).join(isPlain(value) ? ', ' : '\n')
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => `${labelOf(key)} ${shown(inner)}`)
      .join(', ')
  return String(value)
}

const isPlain = (values: unknown[]) => values.every(value => typeof value !== 'object')

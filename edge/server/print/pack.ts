import type { SignatureView } from '@flowviz/contract/signature'
import { printRecord } from './pack-event.ts'
import { printPlan } from './pack-plan.ts'
import type { PackHead, PackRecord, PrintedLink } from './pack-record.ts'
import { SECTION_TITLES, SECTIONS, type Section } from './pack-section.ts'
import { Sheet } from './sheet.ts'
import { timeOf, VERIFY } from './words.ts'

const LINK_SHARES = [3, 2, 2, 3, 2, 1, 1]

/** Which part of a pack this paper is. */
export interface Volume {
  number: number
  /** The records of all volumes, and of this one. */
  records: number
  here: number
}

/** A pack, or one volume of it, on paper: cover, sections as they come, and what proves them. */
export class PackPaper {
  readonly #sheet: Sheet
  readonly #head: PackHead
  #section: Section | null = null

  constructor(head: PackHead, volume: Volume) {
    this.#head = head
    const name = `${head.title}${volume.number > 1 ? `, volume ${volume.number}` : ''}`
    this.#sheet = new Sheet({
      title: `HACCP records: ${name}`,
      author: head.site_name,
      created: head.made_at,
      foot: `${head.site_name} (${head.site}) · ${name} · made ${timeOf(head.made_at)} for ${head.requested_by}`,
    })
    cover(this.#sheet, head, { name, ...volume })
    if (volume.number > 1) return
    this.#begin('plan')
    if (head.plans.length === 0) this.#sheet.text('No plan was asked for by the records of this pack.')
    for (const plan of head.plans) printPlan(this.#sheet, plan)
  }

  /** The next record with the signatures that name it; a section begins with its first one. */
  record(record: PackRecord, signatures: readonly SignatureView[]): void {
    if (record.section !== this.#section) this.#begin(record.section)
    const { signature } = record.beside
    if (signature === null) printRecord(this.#sheet, record, signatures)
    else signed(this.#sheet, signature, record)
  }

  finish(): Promise<Uint8Array> {
    evidence(this.#sheet, this.#head)
    return this.#sheet.finish()
  }

  #begin(section: Section): void {
    if (this.#section === section) return
    this.#section = section
    this.#sheet.need(90).text(SECTION_TITLES[section], { font: 'bold', size: 12, above: 14 })
    if (section === 'genealogy') links(this.#sheet, this.#head.links)
  }
}

function cover(sheet: Sheet, head: PackHead, { name, records, here }: Volume & { name: string }): void {
  sheet.text(head.site_name, { font: 'bold', size: 15 })
  sheet.text(`HACCP records: ${name}`, { font: 'bold', size: 11, above: 2 }).rule(4)
  sheet.pair('Plant', `${head.site_name} (${head.site})`)
  sheet.pair('Of', head.title)
  sheet.pair('Asked for', `${timeOf(head.requested_at)} by ${head.requested_by}`)
  sheet.pair('Made', timeOf(head.made_at))
  sheet.pair('Pack', head.pack_id)
  sheet.pair('Records', here === records ? String(records) : `${here} of ${records} in this volume`)
  for (const section of SECTIONS) sheet.pair(SECTION_TITLES[section], String(head.counts[section]))
  const { epoch, seq, hash } = head.head
  sheet.pair('Signed head', `No. ${seq} of epoch ${epoch}  ${hash}`, 'mono')
  sheet.pair('Ledger', soundness(head))
  sheet.pair(
    'Times',
    'UTC as the server recorded them; where a thing is known to have happened at another time, that is given too',
  )
}

function soundness({ integrity: { broken, root_fits }, tree_size }: PackHead): string {
  const rows =
    broken.length === 0
      ? 'Each row of this pack fits its hash.'
      : `TAMPERED WITH: these rows do not fit their hash: ${broken.map(seq => `No. ${seq}`).join(', ')}.`
  const root = root_fits
    ? `The ${tree_size} rows of the ledger lead to the root that was signed.`
    : `TAMPERED WITH: the ${tree_size} rows of the ledger do not lead to the root that was signed, so that no record here is proven.`
  return `${rows}\n${root}`
}

function links(sheet: Sheet, found: readonly PrintedLink[]): void {
  if (found.length === 0) return
  sheet.text('One level up and down', { font: 'bold', size: 9, above: 4 })
  const rows = found.map(({ way, lot_code, lot_type, kind, run_code, weight_kg, count, seq }) => [
    `${way === 'up' ? 'from' : 'into'} ${lot_code}`,
    lot_type,
    kind,
    run_code ?? '',
    weight_kg,
    count === null ? '' : String(count),
    String(seq),
  ])
  sheet.table(['Lot', 'Type', 'Kind', 'Run', 'Weight, kg', 'Count', 'No.'], rows, LINK_SHARES)
}

function signed(sheet: Sheet, view: SignatureView, { seq, hash, fits }: PackRecord): void {
  const { printed_name, signer_id, signed_at, meaning, valid, problem, signs, signature_id } = view
  sheet.need(70).rule(5)
  sheet.pair('Signed by', printed_name ?? `name withheld, person ${signer_id}`)
  sheet.pair('Date and time', timeOf(signed_at))
  sheet.pair('Meaning', meaning)
  sheet.pair('Status', valid ? 'VALID' : `NOT VALID: ${problem ?? 'it does not fit what it signs'}`)
  for (const row of signs) sheet.pair('Signs', `No. ${row.seq}  ${row.hash}  ${row.subject}`, 'mono')
  sheet.pair('Signature', `No. ${seq}, ${signature_id}`)
  sheet.pair('Row hash', `${hash}${fits ? '' : '  DOES NOT FIT ITS ROW'}`, 'mono')
}

function evidence(sheet: Sheet, head: PackHead): void {
  sheet.need(120).text('Evidence', { font: 'bold', size: 12, above: 14 }).rule(2)
  sheet.pair('Rows', soundness(head))
  sheet.pair('Key of the box', `Ed25519 ${head.public_key}`, 'mono')
  sheet.pair('Checkpoint', head.checkpoint, 'mono')
  if (head.receipt !== null) sheet.pair('Countersigned', head.receipt, 'mono')
  sheet.text(VERIFY, { size: 8, above: 6 })
}

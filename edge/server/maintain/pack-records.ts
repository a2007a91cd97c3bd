import { createHash } from 'node:crypto'
import { bytesOf, hexOf, rowHash } from '@flowviz/contract/chain'
import type { SignedRecord } from '@flowviz/contract/signature'
import { readBody } from '../pack/read-body.ts'
import { CSV_HEAD, csvLine, type PackedRecord } from '../pack/records-file.ts'
import type { PackCheck } from './pack-check.ts'
import type { PackedFile } from './pack-file.ts'

import { PackTable } from './pack-table.ts'
import { parsed, sha256 } from './walk.ts'

const JSON_NAME = 'records.json'
const CSV_NAME = 'records.csv'
const LAST = /^\],"rows":(?<rows>\d+),"sha256":"(?<sha256>[0-9a-f]{64})"\}$/

interface Beside {
  csv: PackedFile | undefined
  site: string | undefined
  check: PackCheck
}

/**
 * Reads the records once, beside their table, and notes each as known. A record is named when its text does not give
 * its hash, when it says something else than its text, and when the table says something else than the record.
 */
export async function checkRecords(file: PackedFile, beside: Beside): Promise<void> {
  const reading = new Reading(beside)
  const { check } = beside
  try {
    await reading.begin()
    for await (const line of file.lines())
      if (line.startsWith(']')) reading.end(line)
      else if (!line.startsWith('{"site":')) await reading.take(line.replace(/,$/, ''))
    await reading.finish()
  } catch (error) {
    check.fault(JSON_NAME, `it cannot be read behind No. ${reading.last} (${String(error)})`)
  } finally {
    await reading.close()
  }
}

class Reading {
  /** The number of the last record. */
  last = 0
  readonly #check: PackCheck
  readonly #site: string | undefined
  readonly #table: PackTable
  readonly #digest = createHash('sha256')
  readonly #signatures: { at: number; signs: readonly SignedRecord[] }[] = []

  constructor({ csv, site, check }: Beside) {
    this.#check = check
    this.#site = site
    this.#table = new PackTable(csv)
  }

  async begin(): Promise<void> {
    if (!(await this.#table.next(CSV_HEAD))) this.#check.fault(CSV_NAME, 'its head is not that of a pack')
  }

  async take(line: string): Promise<void> {
    const check = this.#check
    this.#digest.update(`${line}\n`)
    const record = recordIn(line)
    if (record === null || record.seq <= this.last) {
      check.fault(JSON_NAME, `what follows No. ${this.last} is not the next record`)
      return
    }
    const { seq, hash, facts, beside } = record
    this.last = seq
    check.rows.set(seq, { hash, subject: facts.subject })
    for (const why of faultsOf(record, this.#site)) check.fault(JSON_NAME, why, seq)
    if (!(await this.#table.next(csvLine(record)))) check.fault(CSV_NAME, 'its row is not what the record says', seq)
    if (beside.signature !== null) this.#signatures.push({ at: seq, signs: beside.signature.signs })
  }

  end(line: string): void {
    if (LAST.exec(line)?.groups?.sha256 !== this.#digest.digest('hex'))
      this.#check.fault(JSON_NAME, 'its lines do not give the digest at its end')
  }

  async finish(): Promise<void> {
    if (!(await this.#table.ended())) this.#check.fault(CSV_NAME, 'it has rows of no record')
    for (const { at, signs } of this.#signatures) checkSigned(at, signs, this.#check)
  }

  close(): Promise<void> {
    return this.#table.close()
  }
}

function recordIn(line: string): PackedRecord | null {
  try {
    const record = JSON.parse(line) as PackedRecord
    const { seq, hash, previous, body, facts, beside } = record
    const texts = [hash, previous].every(text => /^[0-9a-f]{64}$/.test(text)) && typeof body === 'string'
    return texts && Number.isSafeInteger(seq) && typeof facts === 'object' && Array.isArray(beside.lots) ? record : null
  } catch {
    return null
  }
}

function faultsOf(record: PackedRecord, site: string | undefined): string[] {
  const { seq, hash, previous, body, fits } = record
  if (hexOf(rowHash(sha256, bytesOf(previous), body)) !== hash) return ['its text does not give its hash']
  const faults: string[] = []
  const row = parsed(body)
  if (row?.seq !== seq || row.site !== site) faults.push('its text is of another row or another site')
  if (row !== null && !saysItsText(record)) faults.push('it says something else than its text')
  if (!fits) faults.push('the plant found that it did not fit its row')
  return faults
}

/** All that is shown of a record is in its text; only names of people, lots and reviews are looked up beside it. */
function saysItsText({ body, section, facts, brought_back_at, beside: { signature } }: PackedRecord): boolean {
  const name = facts.actor?.display_name ?? null
  const read = readBody(body, () => name)
  const said = { section, facts, brought_back_at }
  if (JSON.stringify(read) !== JSON.stringify(said)) return false
  if (read.facts.type !== 'record.signed') return signature === null
  const { signature_id, signer_id, meaning, signs } = read.facts.data as Record<string, unknown>
  const shown = signature && [signature.signature_id, signature.signer_id, signature.meaning, signature.signs]
  return JSON.stringify(shown) === JSON.stringify([signature_id, signer_id, meaning, signs])
}

function checkSigned(at: number, signs: readonly SignedRecord[], check: PackCheck): void {
  for (const { seq, hash, subject } of signs) {
    const row = check.rows.get(seq)
    if (row !== undefined && (row.hash !== hash || row.subject !== subject))
      check.fault(JSON_NAME, `it signs No. ${seq} with another hash than the record has`, at)
  }
}

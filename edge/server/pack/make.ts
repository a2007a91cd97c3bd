import { createHash } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { hexOf } from '@flowviz/contract/chain'
import { FlowError } from '@flowviz/contract/error'
import type { EventData } from '@flowviz/contract/event'
import { PACK_PDF_RECORDS_MAX, PACK_ZIP_RECORDS_MAX } from '@flowviz/contract/pack'
import { PackPaper } from '../print/pack.ts'
import type { PackHead } from '../print/pack-record.ts'
import { SECTIONS, type Section, sectionOf } from '../print/pack-section.ts'
import { eventIn } from '../store/event-body.ts'
import type { SignedTree } from '../store/pack-reader.ts'
import { Archive } from './archive.ts'
import { type Counted, headOf, noCounts } from './head.ts'
import { integrityOf } from './integrity.ts'
import { fileOf, type PackJob, type PackMade } from './job.ts'
import { proofsOf } from './proof-file.ts'
import { README, VERIFY_SH } from './read-me.ts'
import { readRecord } from './read-record.ts'
import { csvFile, jsonFile, type ReadRow } from './records-file.ts'
import { recordsOf } from './scope.ts'
import type { Connections, Source } from './source.ts'

export interface Making {
  source: Connections
  /** Of this moment, RFC 3339. */
  made_at: string
  /** So many of the records are done. */
  progress: (done: number, of: number) => void
  /** Throws when the pack is not wanted any more; called before its records are counted. */
  heed?: () => void
  /** Records of one volume; a test takes fewer. */
  volume_records?: number
  records_max?: number
}

/** Records that one document holds in memory: some 250 pages. */
const VOLUME_RECORDS = 2_000
const MAX = { pdf: PACK_PDF_RECORDS_MAX, zip: PACK_ZIP_RECORDS_MAX } as const
/** Records that are worked on before the thread looks at its messages. */
const STEP = 50

/** What is to be packed: the numbers of its records by section, and what they are proven by. */
interface Content {
  job: PackJob
  source: Source
  tree: SignedTree
  head: PackHead
  seqs: readonly number[]
  sections: ReadonlyMap<Section, readonly number[]>
  /** Numbers of the signatures that name a record. */
  signed: ReadonlyMap<number, readonly number[]>
}

/**
 * Makes one pack as a file of the job's folder. All or nothing: a file that was begun is gone when a step fails.
 * @throws FlowError pack_too_large, not_ready (no signed head covers the records), record_not_found
 */
export async function makePack(job: PackJob, making: Making): Promise<PackMade> {
  const content = contentOf(job, making)
  const final = join(job.folder, fileOf(job))
  const begun = `${final}.part`
  try {
    const { size_bytes, sha256 } = await (job.format === 'pdf' ? paperFile : archiveFile)(begun, content, making)
    await rename(begun, final)
    return { records: content.seqs.length, size_bytes, sha256, ledger_size: content.tree.size }
  } catch (error) {
    await rm(begun, { force: true })
    throw error
  }
}

function contentOf(job: PackJob, { source: read, made_at, records_max, heed = () => undefined }: Making): Content {
  const tree = read.ledger.signedTree(job.upto)
  if (tree === null) throw new FlowError('not_ready', 'No signed head covers these records yet.')
  const source = { ...read, upto: tree.size }
  const seqs = recordsOf(job.of, source, { records_max: records_max ?? MAX[job.format], heed })
  const { sections, counted, signed } = sorted(seqs, source)
  const integrity = integrityOf(seqs, { source, tree, heed })
  return { job, source, tree, head: headOf(job, source, { tree, counted, made_at, integrity }), seqs, sections, signed }
}

function sorted(seqs: readonly number[], { ledger }: Source) {
  const sections = new Map<Section, number[]>(SECTIONS.map(section => [section, []]))
  const plans = new Map<string, { plan_id: string; version: number }>()
  const signed = new Map<number, number[]>()
  for (const seq of seqs) {
    const event = eventIn(ledger.row(seq)!.body)
    sections.get(sectionOf(event.type))!.push(seq)
    if (event.type === 'record.signed')
      for (const { seq: at } of event.data.signs) signed.set(at, [...(signed.get(at) ?? []), seq])
    if (event.type !== 'gate.decided') continue
    const { plan_id, plan_version: version } = event.data as EventData<'gate.decided'>
    plans.set(`${plan_id}@${version}`, { plan_id, version })
  }
  const counted: Counted = { sections: noCounts(), plans }
  for (const [section, found] of sections) counted.sections[section] = found.length
  return { sections, counted, signed }
}

async function paperFile(
  path: string,
  content: Content,
  making: Making,
): Promise<{ size_bytes: number; sha256: string }> {
  const { seqs } = content
  for await (const pdf of volumes(content, { ...making, volume_records: seqs.length + 1 }, done =>
    making.progress(done, seqs.length),
  )) {
    await writeFile(path, pdf, { mode: 0o600, flush: true })
    return { size_bytes: pdf.length, sha256: createHash('sha256').update(pdf).digest('hex') }
  }
  throw new FlowError('internal', 'A pack has at least one volume.')
}

/** The records on paper, section by section, in documents of so many records. */
async function* volumes(
  { head, seqs, sections, signed, source }: Content,
  { volume_records = VOLUME_RECORDS }: Making,
  progress: (done: number) => void,
): AsyncGenerator<Uint8Array> {
  const read = (seq: number) => readRecord(source.ledger.row(seq)!, source)
  const order = SECTIONS.flatMap(section => sections.get(section) ?? [])
  for (let start = 0; start === 0 || start < order.length; start += volume_records) {
    const here = order.slice(start, start + volume_records)
    const paper = new PackPaper(head, {
      number: Math.floor(start / volume_records) + 1,
      records: seqs.length,
      here: here.length,
    })
    for (const [at, seq] of here.entries()) {
      paper.record(
        read(seq),
        (signed.get(seq) ?? []).flatMap(by => read(by).beside.signature ?? []),
      )
      if (at % STEP !== 0) continue
      progress(start + at)
      await setImmediate()
    }
    yield await paper.finish()
  }
  progress(order.length)
}

/** JSON, CSV, paper, proofs: each is one pass over the records, and a quarter of the work. */
async function archiveFile(
  path: string,
  content: Content,
  making: Making,
): Promise<{ size_bytes: number; sha256: string }> {
  const { head, source, seqs, tree } = content
  const archive = await Archive.create(path, head.made_at)
  const pass = (number: number) => (done: number) =>
    making.progress(Math.floor((number * seqs.length + done) / 4), seqs.length)
  try {
    const previousOf = (seq: number) => hexOf(source.ledger.before(seq))
    await archive.add('records.json', jsonFile(rowsOf(content, pass(0)), { site: head.site, previousOf }))
    await archive.add('records.csv', csvFile(rowsOf(content, pass(1))))
    let number = 0
    for await (const pdf of volumes(content, making, pass(2))) {
      number += 1
      await archive.add(number === 1 ? 'pack.pdf' : `pack-${number}.pdf`, [pdf], true)
    }
    await proofFiles(archive, content, pass(3))
    await archive.add('checkpoint.txt', [tree.checkpoint])
    if (head.receipt !== null) await archive.add('receipt.txt', [head.receipt])
    await archive.add('public-key.txt', [`${head.public_key}\n`])
    await archive.add('README.txt', [README])
    await archive.add('verify.sh', [VERIFY_SH])
    await archive.add('manifest.json', [manifestOf(content, archive)])
    return await archive.finish()
  } catch (error) {
    await archive.close()
    throw error
  }
}

async function proofFiles(
  archive: Archive,
  { seqs, source, tree }: Content,
  progress: (done: number) => void,
): Promise<void> {
  let done = 0
  for (const { seq, proof } of proofsOf(seqs, tree, source)) {
    await archive.add(`proofs/${seq}.tlog-proof`, [proof], true)
    done += 1
    if (done % STEP === 0) progress(done)
  }
}

function* rowsOf({ seqs, source }: Content, progress: (done: number) => void): Generator<ReadRow> {
  for (const [at, seq] of seqs.entries()) {
    const row = source.ledger.row(seq)!
    yield { row, record: readRecord(row, source) }
    if (at % STEP === 0) progress(at)
  }
}

function manifestOf({ job, head, seqs, tree }: Content, { files }: Archive): string {
  const { site, site_name, pack_id, title, requested_at, requested_by, made_at, public_key } = head
  const what = { pack_id, of: job.of, title, requested_at, requested_by, made_at, records: seqs.length }
  const ledger = { head: head.head, tree_size: tree.size, public_key, ...head.integrity }
  return `${JSON.stringify({ v: 1, site, site_name, ...what, ledger, files }, null, 2)}\n`
}

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Checkpoint } from '@flowviz/contract/checkpoint'
import type { ArchivedFile } from '../pack/archive.ts'
import { PackCheck, type PackFault } from './pack-check.ts'
import { digestOf, type PackedFile, packedFiles } from './pack-file.ts'
import { checkProof } from './pack-proof.ts'
import { checkRecords } from './pack-records.ts'
import { signedCheckpoint } from './signature.ts'

/** What a check of a pack says; printed as one JSON object. */
export interface PackVerdict {
  ok: boolean
  kind: 'pack'
  pack_id: string | null
  records: number
  /** Rows of the ledger under the signed head that the proofs lead to. */
  tree_size: number | null
  /** Of the whole file: the plant's ledger names it where it says that the pack was made. */
  sha256: string
  /** False: the key is the one that lies in the pack itself, which only somebody else can vouch for. */
  key_given: boolean
  faults: PackFault[]
  fault_count: number
  detail: string
}

const PROOF = /^proofs\/(?<seq>[1-9]\d{0,15})\.tlog-proof$/

type Files = ReadonlyMap<string, PackedFile>

interface Manifest {
  pack_id: string
  site: string
  records: number
  ledger: { tree_size: number }
  files: ArchivedFile[]
}

/**
 * Checks a pack by itself, offline: each record gives its hash and stands in the tree whose head the holder of the key
 * signed, says outside what its hashed text says, and every file is as the manifest names it. Memory holds a hash a
 * record, never the ledger.
 * @throws FlowError not_found, or config_invalid when the file is no archive or the key is none.
 */
export async function verifyPack(
  path: string,
  { publicKey }: { publicKey?: string | undefined },
): Promise<PackVerdict> {
  const check = new PackCheck()
  const files = new Map<string, PackedFile>()
  for (const file of await packedFiles(path)) {
    if (files.has(file.name)) check.fault(file.name, 'the archive has it twice')
    files.set(file.name, file)
  }
  const manifest = await manifestIn(files, check)
  const head = await headIn(files, { check, manifest, publicKey })
  if (manifest !== null) await checkFiles(files, manifest, check)
  const records = files.get('records.json')
  if (records !== undefined) await checkRecords(records, { csv: files.get('records.csv'), site: manifest?.site, check })
  if (head !== null) await checkProofs(files, { manifest, head, check })
  if (manifest !== null && manifest.records !== check.rows.size)
    check.fault('records.json', `it has ${check.rows.size} records, not ${manifest.records} as the manifest says`)
  const { sha256 } = await digestOf(createReadStream(path))
  return verdictOf(check, { manifest, head, sha256, key_given: publicKey !== undefined })
}

async function manifestIn(files: Files, check: PackCheck): Promise<Manifest | null> {
  try {
    const manifest = JSON.parse((await files.get('manifest.json')?.text()) ?? '') as Manifest
    if (Array.isArray(manifest.files) && Number.isSafeInteger(manifest.ledger.tree_size)) return manifest
  } catch {
    // Told below, as is a manifest of another shape.
  }
  check.fault('manifest.json', 'it is not the manifest of a pack')
  return null
}

/** A head that the box signed, and its text as every proof has to carry it. */
interface Head extends Checkpoint {
  note: string
}

async function headIn(
  files: Files,
  { check, manifest, publicKey }: { check: PackCheck; manifest: Manifest | null; publicKey: string | undefined },
): Promise<Head | null> {
  const textOf = async (name: string) =>
    (await files
      .get(name)
      ?.text()
      .catch(() => '')) ?? ''
  const own = (await textOf('public-key.txt')).trim()
  const note = await textOf('checkpoint.txt')
  if (publicKey !== undefined && publicKey !== own) check.fault('public-key.txt', 'it is not the key that was given')
  const signed = /^[A-Za-z0-9+/]{43}=$/.test(publicKey ?? own) ? signedCheckpoint(note, publicKey ?? own) : null
  if (signed === null) {
    check.fault('checkpoint.txt', 'this head is not signed with the key of the box')
    return null
  }
  if (manifest !== null && (signed.origin.split('/')[1] !== manifest.site || signed.size !== manifest.ledger.tree_size))
    check.fault('checkpoint.txt', `it is of ${signed.size} rows of ${signed.origin}, not what the manifest says`)
  return { ...signed, note }
}

/** Every file but the proofs, which are read once, each with its record. */
async function checkFiles(files: Files, manifest: Manifest, check: PackCheck): Promise<void> {
  const named = new Set(manifest.files.map(({ name }) => name))
  for (const name of files.keys())
    if (!named.has(name) && name !== 'manifest.json') check.fault(name, 'the manifest does not name it')
  for (const { name, size_bytes, sha256 } of manifest.files) {
    if (PROOF.test(name)) continue
    const file = files.get(name)
    const found = file && (await digestOf(file.bytes()).catch((error: unknown) => String(error)))
    if (found === undefined) check.fault(name, 'it is missing')
    else if (typeof found === 'string') check.fault(name, `it cannot be read (${found})`)
    else if (found.sha256 !== sha256 || found.size_bytes !== size_bytes)
      check.fault(name, 'it is not the file that the manifest names')
  }
}

async function checkProofs(
  files: Files,
  { manifest, head, check }: { manifest: Manifest | null; head: Head; check: PackCheck },
): Promise<void> {
  const stated = new Map(manifest?.files.map(({ name, sha256 }) => [name, sha256]))
  for (const [seq, { hash }] of check.rows) {
    const name = `proofs/${seq}.tlog-proof`
    const text = await textIn(files, name)
    const why = text === null ? 'the record has no proof that can be read' : checkProof(text, { seq, hash, head })
    if (why !== null) check.fault(name, why, seq)
    else if (createHash('sha256').update(text!).digest('hex') !== stated.get(name))
      check.fault(name, 'it is not the file that the manifest names', seq)
  }
  for (const name of [...files.keys(), ...stated.keys()]) {
    const seq = PROOF.exec(name)?.groups?.seq
    if (seq !== undefined && !check.rows.has(Number(seq)))
      check.fault(name, 'it proves no record of the pack', Number(seq))
  }
}

/** Null when it is not there, or cannot be read. */
const textIn = async (files: Files, name: string): Promise<string | null> =>
  (await files
    .get(name)
    ?.text()
    .catch(() => null)) ?? null

function verdictOf(
  { faults, fault_count, rows }: PackCheck,
  { manifest, head, ...found }: { manifest: Manifest | null; head: Head | null; sha256: string; key_given: boolean },
): PackVerdict {
  const tree_size = head?.size ?? null
  const told = faults.map(({ seq, file, why }) => `${seq === null ? '' : `No. ${seq}: `}${file}: ${why}`)
  const more = fault_count > faults.length ? [`and ${fault_count - faults.length} more`] : []
  const good = [
    `${rows.size} records stand in the ledger ${head?.origin} under a signed head of ${tree_size} rows`,
    `SHA-256 of the file: ${found.sha256} (the plant's ledger has it where the pack was made)`,
    ...(found.key_given
      ? []
      : ['the key is the one that lies in the pack: compare it with one that you were given otherwise']),
  ]
  const ok = fault_count === 0
  return {
    ok,
    kind: 'pack',
    pack_id: manifest?.pack_id ?? null,
    records: rows.size,
    tree_size,
    ...found,
    faults,
    fault_count,
    detail: (ok ? good : [...told, ...more]).join('\n'),
  }
}

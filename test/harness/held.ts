import { execFile } from 'node:child_process'
import { hash } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bytesOf, genesisHash, hexOf, rowHash } from '@flowviz/contract/chain'
import type { Reading } from '@flowviz/contract/reading'
import Database from 'better-sqlite3'
import pg from 'pg'
import { ROOT } from '../../provisioning/config.ts'
import { nodePath } from '../../provisioning/node.ts'

const run = promisify(execFile)
const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer')

/** A ledger row wherever it is held. */
export interface Row {
  epoch: number
  seq: number
  hash: string
  body: string
}

export interface HeldReading {
  epoch: number
  reading: Reading
}

/** What the files of a plant hold; they may be open in a running appliance. The epoch of a row is told by the ledger. */
export function edgeRows(dataDir: string): Row[] {
  const db = new Database(join(dataDir, 'plant.db'), { readonly: true })
  try {
    let epoch = 1
    const rows = db.prepare<[], { seq: number; hash: Buffer; body: string }>(
      'SELECT seq, hash, body FROM ledger ORDER BY seq',
    )
    return rows.all().map(({ seq, hash, body }) => {
      const event = JSON.parse(body) as { type: string; data: { epoch: number } }
      if (event.type === 'epoch.started') epoch = event.data.epoch
      return { epoch, seq, hash: hash.toString('hex'), body }
    })
  } finally {
    db.close()
  }
}

/** Readings that a plant holds, by source, with how often: a source that is there twice is a fault. */
export function edgeSources(dataDir: string, device: string): Map<string, number> {
  const db = new Database(join(dataDir, 'telemetry.db'), { readonly: true })
  try {
    const sources = db
      .prepare<[string], string>('SELECT source FROM reading JOIN channel USING (channel_key) WHERE device_id = ?')
      .pluck()
    return counted(sources.all(device))
  } finally {
    db.close()
  }
}

/** Everything that headquarters holds of one site. */
export interface CloudHeld {
  rows: Row[]
  lots: { lot_id: string; lot_code: string; weight_mg: number }[]
  readings: HeldReading[]
  fork: string | null
  dead: number
}

export async function cloudHeld(databaseUrl: string, site: string): Promise<CloudHeld> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  const rows = async <T>(sql: string) => (await client.query(sql, [site])).rows as T[]
  try {
    const ledger = await rows<{ epoch: string; seq: string; hash: string; body: string }>(
      `SELECT epoch, seq, encode(hash, 'hex') AS hash, body FROM ledger WHERE site_id = $1 ORDER BY epoch, seq`,
    )
    const lots = await rows<{ lot_id: string; lot_code: string; weight_mg: string }>(
      'SELECT lot_id, lot_code, weight_mg FROM lot WHERE site_id = $1',
    )
    const readings = await rows<{ epoch: string; body: string }>(
      'SELECT epoch, body FROM reading WHERE site_id = $1 ORDER BY epoch, seq',
    )
    const [head] = await rows<{ fork: string | null }>('SELECT fork FROM site_head WHERE site_id = $1')
    const dead = await rows('SELECT 1 FROM dead_letter WHERE site_id = $1')
    return {
      rows: ledger.map(row => ({ ...row, epoch: Number(row.epoch), seq: Number(row.seq) })),
      lots: lots.map(lot => ({ ...lot, weight_mg: Number(lot.weight_mg) })),
      readings: readings.map(row => ({ epoch: Number(row.epoch), reading: JSON.parse(row.body) as Reading })),
      fork: head?.fork ?? null,
      dead: dead.length,
    }
  } finally {
    await client.end()
  }
}

/** The hash that these rows of a first epoch give from genesis on, computed here and not by the product. */
export function chainEnd(site: string, publicKey: string, rows: Row[]): string {
  return hexOf(
    rows.reduce<Uint8Array>((at, row) => rowHash(sha256, at, row.body), genesisHash(sha256, site, publicKey)),
  )
}

/** True when each row's hash follows from the one before it; `before` is the hash that the first one stands on. */
export function chained(before: string, rows: Row[]): boolean {
  let at: Uint8Array = bytesOf(before)
  return rows.every(row => {
    at = rowHash(sha256, at, row.body)
    return hexOf(at) === row.hash
  })
}

/** What the box's own maintenance program says of a file, as its exit code and words. */
export async function verify(file: string): Promise<{ ok: boolean; said: string }> {
  const main = join(ROOT, 'edge', 'server', 'maintain', 'main.ts')
  try {
    const { stdout } = await run(nodePath(), [main, 'verify', file, '--json'], { timeout: 60_000 })
    return { ok: true, said: stdout }
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    return { ok: false, said: `${stdout ?? ''}${stderr ?? ''}${error}` }
  }
}

/** How often each text occurs. */
export function counted(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

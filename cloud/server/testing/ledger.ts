import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { bytesOf, genesisHash, hexOf, rowHash } from '@flowviz/contract/chain'
import { checkpointOrigin, checkpointText, keyIdInput, noteOf } from '@flowviz/contract/checkpoint'
import { bodyOf, type EventData, type EventType, type LedgerEvent } from '@flowviz/contract/event'
import { appendLeaf, emptyFrontier, rootOf } from '@flowviz/contract/merkle'
import type { LedgerBatchHeader } from '@flowviz/contract/sync'
import { timestampOf } from '@flowviz/contract/time'
import { uuidMaker } from '@flowviz/contract/uuid'
import { rawPublicKey } from '../domain/checkpoint.ts'
import { sha256 } from '../domain/hash.ts'

export const START_MS = Date.parse('2026-11-23T05:00:00.000Z')

/** A row as a plant would have it. */
export interface PlantRow {
  seq: number
  epoch: number
  hash: string
  body: string
}

/** The ledger of one pretended plant: real bodies, chain, tree and signatures, made from a counter instead of a clock. */
export class PlantLedger {
  readonly site: string
  readonly key: KeyObject
  readonly publicKey: string
  rows: PlantRow[] = []
  epoch = 1
  readonly #newId: () => string
  #clock_ms = START_MS

  constructor(site: string, key: KeyObject = generateKeyPairSync('ed25519').privateKey) {
    this.site = site
    this.key = key
    this.publicKey = rawPublicKey(key)
    let drawn = 0
    const salt = sha256(Buffer.from(site))
    this.#newId = uuidMaker(
      () => this.#clock_ms,
      count => sha256(Buffer.from(`${hexOf(salt)} ${++drawn}`)).slice(0, count),
    )
  }

  /** Hash of row `seq`; 0 gives the genesis hash. */
  hashAt(seq: number): string {
    return seq === 0 ? hexOf(genesisHash(sha256, this.site, this.publicKey)) : this.rows[seq - 1]!.hash
  }

  newId(): string {
    return this.#newId()
  }

  /** Appends one fact of a type that this release knows. */
  add<T extends EventType>(type: T, data: EventData<T>): PlantRow {
    this.#clock_ms += 1_000
    const at = timestampOf(this.#clock_ms)
    const event = {
      v: 1,
      id: this.newId(),
      site: this.site,
      seq: this.rows.length + 1,
      type,
      recorded_at: at,
      occurred_at: at,
      actor: { kind: 'box', id: this.site, role: null, station: null, device: null, auth: 'box_key' },
      subject: `site:${this.site}`,
      data,
    } as unknown as LedgerEvent
    return this.addBody(bodyOf(event))
  }

  /** Appends a body as it is: whatever a future release might write. */
  addBody(body: string): PlantRow {
    const seq = this.rows.length + 1
    const hash = hexOf(rowHash(sha256, bytesOf(this.hashAt(seq - 1)), body))
    const row = { seq, epoch: this.epoch, hash, body }
    this.rows.push(row)
    return row
  }

  start(): PlantRow {
    return this.add('ledger.started', { site: this.site, public_key: this.publicKey, flowviz_version: '0.1.0' })
  }

  lot(lot_code: string, more: Partial<EventData<'lot.registered'>> = {}): PlantRow {
    return this.add('lot.registered', {
      lot_id: this.newId(),
      lot_code,
      lot_type: 'RAW',
      tlc_source: this.site,
      product: 'Milk',
      weight_kg: '12.500',
      weight_mg: 12_500_000,
      weight: { method: 'manual', manual_reason: 'scale in service' },
      temperature_c: null,
      supplier: null,
      supplier_lot_code: null,
      line: null,
      notes: null,
      ...more,
    })
  }

  /** What a restore from an older copy leaves: the rows up to `seq`, and the next epoch that says so. */
  restoreTo(seq: number, readings_seq = 0): PlantLedger {
    const restored = new PlantLedger(this.site, this.key)
    restored.rows = this.rows.slice(0, seq)
    restored.epoch = this.epoch + 1
    restored.#clock_ms = this.#clock_ms + 3_600_000
    restored.add('epoch.started', {
      epoch: restored.epoch,
      resumed_from: { seq, hash: this.hashAt(seq) },
      readings_seq,
      cause: 'restored without headquarters',
    })
    return restored
  }

  /** A signed note of the tree of the first `size` rows. */
  checkpoint(size: number, epoch = this.epoch): string {
    const frontier = emptyFrontier()
    for (const row of this.rows.slice(0, size)) appendLeaf(sha256, frontier, bytesOf(row.hash))
    const root = Buffer.from(rootOf(sha256, frontier)).toString('base64')
    const text = checkpointText({ origin: checkpointOrigin(this.site, epoch), size, root })
    const name = `flowviz/${this.site}`
    const id = sha256(keyIdInput(name, Buffer.from(this.publicKey, 'base64'))).subarray(0, 4)
    const value = Buffer.concat([id, sign(null, Buffer.from(text), this.key)]).toString('base64')
    return noteOf(text, [{ name, value }])
  }

  /** Header of the batch from one row to another. */
  header(from_seq: number, to_seq: number, more: Partial<LedgerBatchHeader> = {}): LedgerBatchHeader {
    const { epoch } = this.rows[from_seq - 1]!
    const count = to_seq - from_seq + 1
    return { v: 1, site: this.site, epoch, from_seq, count, head: this.hashAt(to_seq), checkpoint: null, ...more }
  }

  /** The batch as it travels, before compression. */
  batch(from_seq: number, to_seq: number, more: Partial<LedgerBatchHeader> = {}): string {
    const bodies = this.rows.slice(from_seq - 1, to_seq).map(row => row.body)
    return `${[JSON.stringify(this.header(from_seq, to_seq, more)), ...bodies].join('\n')}\n`
  }
}

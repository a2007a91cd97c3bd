import type { LedgerHead } from '@flowviz/contract/sync'
import type { CommandTakes } from '../writer/command.ts'
import type { Sqlite } from './open.ts'

interface AckRow {
  epoch: number | null
  seq: number | null
  hash: string | null
  readings_epoch: number | null
  readings_seq: number | null
  receipt: string | null
  at: string
}

/** What headquarters has acknowledged. */
export interface Acked {
  ledger: LedgerHead | null
  readings: { epoch: number; seq: number } | null
  receipt: string | null
  at: string | null
}

type Bound = [number | null, number | null, string | null, number | null, number | null, string | null, string]

export type AckStore = ReturnType<typeof ackStore>

/** One small row, so that an acknowledgement can still be kept when the disk is nearly full. */
export function ackStore(db: Sqlite) {
  const keep = db.prepare<Bound>(
    `INSERT INTO ack (one, epoch, seq, hash, readings_epoch, readings_seq, receipt, at) VALUES (1, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (one) DO UPDATE SET
       epoch = coalesce(excluded.epoch, epoch), seq = coalesce(excluded.seq, seq), hash = coalesce(excluded.hash, hash),
       readings_epoch = coalesce(excluded.readings_epoch, readings_epoch),
       readings_seq = coalesce(excluded.readings_seq, readings_seq),
       receipt = coalesce(excluded.receipt, receipt), at = excluded.at`,
  )
  const get = db.prepare<[], AckRow>(
    'SELECT epoch, seq, hash, readings_epoch, readings_seq, receipt, at FROM ack WHERE one = 1',
  )
  return {
    /** Keeps what is given; null leaves what was kept before. */
    keep({ ledger, readings, receipt, at }: CommandTakes<'keep-ack'>): void {
      const head = ledger ?? { epoch: null, seq: null, hash: null }
      keep.run(head.epoch, head.seq, head.hash, readings?.epoch ?? null, readings?.seq ?? null, receipt, at)
    },
    get(): Acked {
      const row = get.get()
      if (row === undefined) return { ledger: null, readings: null, receipt: null, at: null }
      const { epoch, seq, hash, readings_epoch, readings_seq, receipt, at } = row
      return {
        ledger: epoch === null || seq === null || hash === null ? null : { epoch, seq, hash },
        readings:
          readings_epoch === null || readings_seq === null ? null : { epoch: readings_epoch, seq: readings_seq },
        receipt,
        at,
      }
    },
  }
}

import { createPrivateKey, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { encodeBatch } from '../../edge/server/sync/batch.ts'
import { headquarters } from '../../edge/server/sync/headquarters.ts'
import { tokenMaker } from '../../edge/server/sync/token.ts'
import { type Building, SITE } from './building.ts'
import { edgeRows } from './held.ts'

/** What became of a batch that was sent once more: its count of new rows, or the code of the refusal. */
export type Replayed = { stored: number } | { refused: unknown }

/**
 * Sends a stretch of the plant's ledger twice at once with fresh tokens, signed by the box's own key, beside the
 * appliance that sends it too: a batch that arrives again is the normal case behind a bad link.
 */
export async function replay(building: Building, random: () => number): Promise<Replayed[]> {
  const rows = edgeRows(building.plant.files.data)
  const from = Math.floor(random() * rows.length)
  const epoch = rows[from]?.epoch ?? 1
  const taken = rows.slice(from, from + 1 + Math.floor(random() * 200)).filter(row => row.epoch === epoch)
  const last = taken.at(-1)
  if (last === undefined) return []
  const body = await encodeBatch({
    header: {
      v: 1,
      site: SITE,
      epoch,
      from_seq: taken[0]!.seq,
      count: taken.length,
      head: last.hash,
      checkpoint: null,
    },
    last: { epoch, seq: last.seq, hash: last.hash },
    lines: taken.map(row => row.body),
  })
  const signer = createPrivateKey(readFileSync(building.plant.files.boxKey))
  const tokens = tokenMaker({ site: SITE, signer, now: () => Date.now(), newId: randomUUID })
  const { signal } = new AbortController()
  const hq = headquarters({ url: building.link.url, site: SITE, tokens, deadline_ms: 3_000, signal })
  const send = () =>
    hq.sendLedger(body).then(
      ({ stored }): Replayed => ({ stored }),
      (error): Replayed => ({ refused: error.code }),
    )
  return Promise.all([send(), send()])
}

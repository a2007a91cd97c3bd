import { type StrandedEntry, sealQueue } from '@flowviz/contract/queue-file'
import type { Entry } from './entry.ts'
import type { QueueStore } from './queue-store.ts'

export interface ExportParts {
  exported_at: string
  sign: (text: string) => Promise<string | null>
  randomBytes: (count: number) => Uint8Array
}

/** What is not done yet, numbered, signed and sealed with a passphrase: a file for a technician. */
export async function exportQueue(
  store: Pick<QueueStore, 'head' | 'load' | 'number'>,
  passphrase: string,
  parts: ExportParts,
): Promise<Blob> {
  const { tablet_id, site } = await store.head()
  const open = (await store.load()).filter(({ state }) => state !== 'acked' && state !== 'given-up')
  const entries = tablet_id === null ? open : await store.number(open.map(({ key }) => key))
  const stranded: StrandedEntry[] = []
  for (const entry of entries) stranded.push(await strandedOf(entry, parts.sign))
  const queue = { v: 1 as const, exported_at: parts.exported_at, tablet_id, site, entries: stranded }
  return new Blob([await sealQueue(queue, passphrase, parts.randomBytes)], { type: 'application/json' })
}

async function strandedOf(entry: Entry, sign: ExportParts['sign']): Promise<StrandedEntry> {
  const { key, seq, state, command, person_id, occurred_at, about, text, params, body } = entry
  const sig = text === null ? null : await sign(text)
  return { key, seq, state, command, person_id, occurred_at, about, text, sig, params, body }
}

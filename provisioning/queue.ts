import type { CommandVerdict } from '@flowviz/contract/batch'
import { FlowError } from '@flowviz/contract/error'
import type { StrandedEntry, StrandedQueue } from '@flowviz/contract/queue-file'
import type { SignedCommand, TabletVerdicts } from '@flowviz/contract/tablet'
import { call } from './call.ts'

/** What became of one entry of a stranded queue. */
export interface SentEntry {
  key: string
  command: string
  about: string | null
  occurred_at: string
  verdict: CommandVerdict['verdict']
  /** Code and title of a refusal. */
  code: string | null
  title: string | null
}

const BATCH_MAX = 50
const WITHIN_MS = 60_000

/**
 * Sends a stranded queue to the door of its tablet, in its order. What the appliance has already is done once.
 * @throws FlowError queue_file_invalid for one of a tablet that was never set up, and what the appliance refuses with.
 */
export async function sendQueue(url: string, { tablet_id, entries }: StrandedQueue): Promise<SentEntry[]> {
  if (tablet_id === null)
    throw new FlowError('queue_file_invalid', 'This tablet was never set up, so nothing of it is signed.', {
      hint: 'Read the file with --show, and do again on a screen what it says.',
    })
  const sent: SentEntry[] = []
  for (let from = 0; from < entries.length; from += BATCH_MAX) {
    const part = entries.slice(from, from + BATCH_MAX)
    const { verdicts } = await call<TabletVerdicts>(`${url}/api/v1/tablets/${tablet_id}/commands`, {
      method: 'POST',
      body: { commands: part.map(signedOf) },
      within: WITHIN_MS,
    })
    // In the order of the commands; of a text that cannot be read the appliance does not know the key.
    sent.push(...part.map((entry, n) => sentOf(entry, verdicts[n]!)))
  }
  return sent
}

function signedOf({ key, text, sig }: StrandedEntry): SignedCommand {
  if (text === null || sig === null) throw new FlowError('queue_file_invalid', `The entry ${key} is not signed.`)
  return { text, sig }
}

function sentOf({ key, command, about, occurred_at }: StrandedEntry, verdict: CommandVerdict): SentEntry {
  const { code = null, title = null } = verdict.problem ?? {}
  return { key, command, about, occurred_at, verdict: verdict.verdict, code, title }
}

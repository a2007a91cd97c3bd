import type { SignedCommand } from '@flowviz/contract/tablet'
import { timestampOf } from '@flowviz/contract/time'
import { type ReadonlySignal, signal } from '@preact/signals'
import { type Delivery, type DoorParts, sendAsPerson, sendSigned } from './door.ts'
import type { Entry } from './entry.ts'
import type { Head } from './floor-db.ts'
import type { OutboxTrouble } from './outbox.ts'
import { ownTrouble } from './own-trouble.ts'
import type { QueueStore } from './queue-store.ts'
import { isOfTheTablet, judge, judgeAgain, rejectUnread } from './verdict.ts'

export interface CourierParts {
  store: QueueStore
  door: DoorParts
  sign: (text: string) => Promise<string | null>
  /** Tells the appliance the key of this tablet once more. */
  renew: () => Promise<unknown>
  /** The appliance's clock as far as it is known, ms since 1970. */
  serverNow: () => number
  /** Entries were written. */
  changed: (entries: readonly Entry[]) => void
}

/** Whether it is worth going on at once. */
export type Step = 'more' | 'idle' | 'failed'

export interface Courier {
  sending: ReadonlySignal<ReadonlySet<string>>
  trouble: ReadonlySignal<OutboxTrouble | null>
  /** How many may go in one batch: fewer while one of them spoils it. */
  limit: () => number
  /** Takes these to the appliance, and writes down what became of each. */
  carry: (entries: readonly Entry[], head: Head) => Promise<Step>
  /**
   * Sends the oldest acked command once more: its answer says whether the appliance still has what it acked, before
   * anything new is put on top of what it may have lost.
   */
  probe: (head: Head) => Promise<Step>
}

const BATCH_MAX = 50

type Verdicts = Extract<Delivery, { kind: 'verdicts' }>

export function createCourier(parts: CourierParts): Courier {
  const sending = signal<ReadonlySet<string>>(new Set())
  const trouble = signal<OutboxTrouble | null>(null)
  let limit = BATCH_MAX

  const deliver = async (entries: readonly Entry[], { tablet_id }: Head): Promise<Delivery> => {
    sending.value = new Set(entries.map(({ key }) => key))
    try {
      if (tablet_id === null) return await sendAsPerson(parts.door, entries)
      const commands = await signed(entries, parts.sign)
      return commands === null ? { kind: 'passing' } : await sendSigned(parts.door, tablet_id, commands)
    } finally {
      sending.value = new Set()
    }
  }
  const refused = async ({ problem }: Extract<Delivery, { kind: 'refused' }>, entries: readonly Entry[]) => {
    if (entries.length > 1) limit = Math.max(1, Math.floor(entries.length / 2))
    else {
      limit = BATCH_MAX
      const written = await parts.store.change(({ open }) => ({
        entries: rejectUnread(open, entries[0]!.key, problem),
      }))
      parts.changed(written)
    }
  }
  const tell = (delivery: Delivery) => {
    if (delivery.kind === 'passing') return
    const closed =
      delivery.kind === 'verdicts'
        ? delivery.verdicts.some(({ problem }) => isOfTheTablet(problem))
        : delivery.kind === 'closed'
    trouble.value = closed ? TABLET_REFUSED : null
  }
  return {
    sending,
    trouble,
    limit: () => limit,
    carry: async (entries, head) => {
      const delivery = await deliver(entries, head)
      tell(delivery)
      if (delivery.kind === 'refused') {
        await refused(delivery, entries)
        return 'more'
      }
      if (delivery.kind === 'closed') await parts.renew()
      if (delivery.kind !== 'verdicts') return 'failed'
      limit = BATCH_MAX
      return takeVerdicts(parts, named(delivery, entries))
    },
    probe: async head => {
      const oldest = await parts.store.oldestAcked()
      if (oldest === null) return 'more'
      const delivery = await deliver([oldest], head)
      tell(delivery)
      if (delivery.kind === 'closed') await parts.renew()
      if (delivery.kind === 'passing' || delivery.kind === 'closed') return 'failed'
      if (delivery.kind === 'verdicts') await takeVerdicts(parts, delivery, oldest)
      return 'more'
    },
  }
}

/** The commands as they travel; null when this tablet has lost its key. */
async function signed(entries: readonly Entry[], sign: CourierParts['sign']): Promise<SignedCommand[] | null> {
  const commands: SignedCommand[] = []
  for (const { text } of entries) {
    const sig = text === null ? null : await sign(text)
    if (text === null || sig === null) return null
    commands.push({ text, sig })
  }
  return commands
}

/** Verdicts come in the order of the commands; of a text that the appliance cannot read it does not know the key. */
function named({ verdicts, ...delivery }: Verdicts, entries: readonly Entry[]): Verdicts {
  const isWhole = verdicts.length === entries.length
  return {
    ...delivery,
    verdicts: verdicts.map((verdict, n) =>
      verdict.key === '' && isWhole ? { ...verdict, key: entries[n]!.key } : verdict,
    ),
  }
}

async function takeVerdicts(parts: CourierParts, { verdicts, received }: Verdicts, probed?: Entry): Promise<Step> {
  const now = timestampOf(parts.serverNow())
  let progress = false
  let lacking = false
  const written = await parts.store.change(({ open, head }) => {
    const judged = judge(open, verdicts, now)
    progress = judged.progress
    // A number is passed over when it was never received, or was before the appliance was restored from a backup.
    lacking = received !== null && (received.missing.length > 0 || received.highest_seq < head.next_seq - 1)
    return { entries: [...judged.entries, ...(probed === undefined ? [] : judgeAgain(probed, verdicts))] }
  })
  parts.changed(written)
  // What it acked and has lost is sent again, under the same keys.
  const lost = lacking ? await parts.store.reopen(received!) : []
  parts.changed(lost)
  return progress || lost.length > 0 ? 'more' : 'failed'
}

const TABLET_REFUSED = ownTrouble('tablet_refused')

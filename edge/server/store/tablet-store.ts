import type { SeqRange } from '@flowviz/contract/tablet-word'
import type { Sqlite } from './open.ts'

export interface StoredInvitation {
  digest: string
  tablet_id: string
  title: string
  station: string | null
  expires_at: string
  /** Epoch of the tablet that used it; null: nobody yet. */
  used_epoch: string | null
}

/** What of a tablet's epoch was received, and when it last sent something. */
export interface ReceivedEpoch {
  ranges: SeqRange[]
  seen_at: string
}

export type TabletStore = ReturnType<typeof tabletStore>

/** Invitations of tablets, and the numbers of their commands that were received. */
export function tabletStore(db: Sqlite) {
  const invite = db.prepare<[string, string, string, string | null, string]>(
    'INSERT INTO tablet_invitation (digest, tablet_id, title, station, expires_at) VALUES (?, ?, ?, ?, ?)',
  )
  const invitation = db.prepare<[string, string], StoredInvitation>(
    `SELECT digest, tablet_id, title, station, expires_at, used_epoch
     FROM tablet_invitation
     WHERE digest = ? AND expires_at > ?`,
  )
  const use = db.prepare<[string, string]>('UPDATE tablet_invitation SET used_epoch = ? WHERE digest = ?')
  const withdraw = db.prepare<[string, string]>('DELETE FROM tablet_invitation WHERE tablet_id = ? OR expires_at <= ?')
  const epoch = db.prepare<[string, string], { ranges: string; seen_at: string }>(
    'SELECT ranges, seen_at FROM tablet_epoch WHERE tablet_id = ? AND epoch = ?',
  )
  const receive = db.prepare<[string, string, string, string]>(
    `INSERT INTO tablet_epoch (tablet_id, epoch, ranges, seen_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (tablet_id, epoch) DO UPDATE SET ranges = excluded.ranges, seen_at = excluded.seen_at`,
  )
  return {
    /** Keeps the digest of a code, in place of one that the tablet had before; those that are too old go. */
    invite({ digest, tablet_id, title, station, expires_at }: Omit<StoredInvitation, 'used_epoch'>, now: string): void {
      withdraw.run(tablet_id, now)
      invite.run(digest, tablet_id, title, station, expires_at)
    },
    /** The invitation of a code, used or not; null once it is too old. */
    invitation: (digest: string, now: string): StoredInvitation | null => invitation.get(digest, now) ?? null,
    use: (digest: string, byEpoch: string): void => void use.run(byEpoch, digest),
    /** No code sets this tablet up any more. */
    withdraw: (tabletId: string, now: string): void => void withdraw.run(tabletId, now),
    /** Null: nothing of this epoch was ever received. */
    received(tabletId: string, ofEpoch: string): ReceivedEpoch | null {
      const row = epoch.get(tabletId, ofEpoch)
      return row === undefined ? null : { ranges: JSON.parse(row.ranges) as SeqRange[], seen_at: row.seen_at }
    },
    receive: (tabletId: string, ofEpoch: string, { ranges, seen_at }: ReceivedEpoch): void =>
      void receive.run(tabletId, ofEpoch, JSON.stringify(ranges), seen_at),
  }
}

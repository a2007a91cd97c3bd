import type { Actor } from '@flowviz/contract/identity'
import type { SeqRange, TabletKey } from '@flowviz/contract/tablet-word'

/** What is done to tablets. Codes come here as keyed digests only. */
export interface TabletCommands {
  /** A code that sets up a tablet. Refusals: tablet_unknown (the one that is to be set up again). */
  'invite-tablet': {
    takes: {
      actor: Actor
      tablet_id: string | null
      title: string
      station: string | null
      digest: string
      expires_at: string
    }
    gives: { tablet_id: string }
  }
  /**
   * Sets a tablet up: by the digest of a code, or by an enrolment that its cookie names. The same key and epoch again
   * change nothing. Refusals: invitation_wrong, tablet_unknown, tablet_revoked.
   */
  'enrol-tablet': {
    takes: {
      by: { digest: string } | { tablet_id: string; enrolment_id: string }
      key: TabletKey
      epoch: string
    }
    gives: { tablet_id: string; enrolment_id: string }
  }
  /** Refusals: tablet_unknown, state_wrong. */
  'revoke-tablet': { takes: { actor: Actor; tablet_id: string; reason: string }; gives: { tablet_id: string } }
  /** Keeps which numbers were received, after their commands: it must not say more than what is committed. */
  'receive-tablet': {
    takes: { tablet_id: string; sent: { epoch: string; seq: number }[] }
    gives: { received_seq: number; highest_seq: number; missing: SeqRange[] }
  }
}

/** Where a person's command comes from, when a tablet sent it. */
export interface Sent {
  tablet_id: string
  /** Names the command for ever. */
  key: string
  epoch: string
  seq: number
  /** When it was done by the tablet's clock, put right by what is known of it. */
  done_at: string
}

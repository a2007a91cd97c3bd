import type { CodeRow } from './row.ts'

/** Refusals between a box and headquarters, and of the ledger itself. */
export const HQ = {
  cloud_unreachable: {
    status: 503,
    title: 'Headquarters does not answer.',
    hint: 'Nothing is lost: the plant works on and sends later. Check the WAN and the address of headquarters.',
  },
  box_unknown: {
    status: 401,
    title: 'This box is not enrolled for that site.',
    hint: 'Enroll the box with a claim code from headquarters.',
  },
  box_revoked: {
    status: 403,
    title: 'This box has been revoked.',
    hint: 'Ask headquarters; the box goes on working locally.',
  },
  site_mismatch: {
    status: 403,
    title: 'A box may only send the records of its own site.',
    hint: 'Check the site id of the box.',
  },
  digest_mismatch: {
    status: 400,
    title: 'The body is not the one that the token was signed for.',
    hint: 'Send the batch again.',
  },
  token_replayed: { status: 401, title: 'This token was used before.', hint: 'Sign a new token for every request.' },
  claim_invalid: {
    status: 403,
    title: 'The claim code is unknown, used or out of date.',
    hint: 'Make a new claim code at headquarters.',
  },
  batch_invalid: {
    status: 400,
    title: 'The batch is not well formed.',
    hint: 'Update the box; the detail names the line.',
  },
  ledger_gap: {
    status: 409,
    title: 'Events between the head held here and this batch are missing.',
    hint: 'Send again from the head in the answer.',
  },
  ledger_fork: {
    status: 409,
    title: 'This history differs from the one held here.',
    hint: 'Run `flowviz ledger verify` on the box; restore or start an epoch.',
  },
  chain_broken: {
    status: 422,
    title: 'The hash chain of the batch does not give its head.',
    hint: 'Run `flowviz ledger verify` on the box.',
  },
  checkpoint_invalid: {
    status: 422,
    title: 'The checkpoint is not signed by the box or does not match the tree.',
    hint: 'Run `flowviz ledger verify` on the box.',
  },
  ledger_corrupt: {
    status: 500,
    title: 'The ledger does not verify.',
    hint: 'The detail names the first bad row; restore with `flowviz restore`.',
  },
  restore_impossible: {
    status: 500,
    title: 'No copy could be restored.',
    hint: 'The detail lists every copy that was tried and why it was refused.',
  },
} as const satisfies Record<string, CodeRow>

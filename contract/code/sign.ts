import type { CodeRow } from './row.ts'

/** Refusals of signatures and of dual control. */
export const SIGN = {
  signature_missing: {
    status: 403,
    title: 'This has to be signed.',
    hint: 'Send sign with your secret, and your name when it is the first signing of this session.',
  },
  signature_refused: {
    status: 403,
    title: 'The signature was not accepted.',
    hint: 'Sign as the person who is signed in, with your own secret.',
  },
  second_person_missing: {
    status: 409,
    title: 'This takes a second person.',
    hint: 'Somebody else than the person named in `first_person` has to do it.',
  },
  training_missing: {
    status: 403,
    title: 'You have no valid training for this.',
    hint: 'Ask a manager to train you and to record it.',
  },
  policy_unacknowledged: {
    status: 403,
    title: 'You have not acknowledged yet that your signature binds you.',
    hint: 'Acknowledge the signature policy once, then sign again.',
  },
} as const satisfies Record<string, CodeRow>

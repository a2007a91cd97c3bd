import type { CodeRow } from './row.ts'

/** Refusals of people, their secrets and their badges. */
export const PERSON = {
  person_not_found: {
    status: 404,
    title: 'No such person at this site.',
    hint: 'See the list of users for the ids of this site.',
  },
  name_taken: {
    status: 409,
    title: 'Somebody who is active signs in by this name.',
    hint: 'Choose another name, or disable the other person first.',
  },
  admin_last: {
    status: 409,
    title: 'This is the last active administrator.',
    hint: 'Give another person the role ADMIN first.',
  },
  badge_taken: {
    status: 409,
    title: 'This badge belongs to somebody.',
    hint: 'Revoke it there first, or assign another badge.',
  },
  secret_weak: {
    status: 422,
    title: 'This secret is one that everybody tries first.',
    hint: 'Choose another one: not a well-known one, not the name, not the one before.',
  },
  secret_change_needed: {
    status: 403,
    title: 'Your secret was set by somebody else and has to be changed first.',
    hint: 'Send your present and your new secret to /api/v1/me/secret.',
  },
  step_up_needed: {
    status: 403,
    title: 'This needs your secret once more.',
    hint: 'Send your secret to /api/v1/step-up and repeat this with the token that it gives.',
  },
} as const satisfies Record<string, CodeRow>

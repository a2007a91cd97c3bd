import type { CodeRow } from './row.ts'

/** Refusals of tablets and of what they send. */
export const TABLET = {
  tablet_unknown: {
    status: 404,
    title: 'This tablet is not set up at this site.',
    hint: 'Ask a manager for an invitation and enter its code on the tablet.',
  },
  tablet_revoked: {
    status: 403,
    title: 'This tablet may not send commands any more.',
    hint: 'Ask a manager for an invitation that sets it up again; what waits on it stays there until then.',
  },
  invitation_wrong: {
    status: 401,
    title: 'The code of the invitation is wrong, used or too old.',
    hint: 'Check the code; it counts once and for ten minutes. Ask for a new one.',
  },
  tablet_signature_wrong: {
    status: 401,
    title: 'The signature is not of the key of this tablet.',
    hint: 'Set the tablet up again by a new invitation; nothing that waits on it is lost by that.',
  },
  tablet_command_invalid: {
    status: 422,
    title: 'The signed text is not a command of this tablet at this site.',
    hint: 'Keep the entry for the technician, and do again on the screen what it says.',
  },
  command_online_only: {
    status: 422,
    title: 'This is not done through the queue of a tablet.',
    hint: 'Do it while the tablet is online: a secret, master data and the administration never wait in a queue.',
  },
  weight_late: {
    status: 409,
    title: 'What stood on the scale when this was done is gone by now.',
    hint: 'Weigh it again, or enter the weight by hand and say why.',
  },
  command_outdated: {
    status: 409,
    title: 'This command was received long ago, and its answer is forgotten by now.',
    hint: 'Look whether it was done; if not, do it again on the screen.',
  },
  person_disabled: {
    status: 403,
    title: 'The person was disabled before this was done.',
    hint: 'Ask a manager who it was; somebody who may do it does it again.',
  },
  undo_too_late: {
    status: 409,
    title: 'A registration is undone within fifteen minutes.',
    hint: 'Ask an administrator to void the lot, with a reason.',
  },
  undo_not_yours: {
    status: 403,
    title: 'A registration is undone by the person, or on the tablet, that made it.',
    hint: 'Ask the person who registered the lot, or an administrator to void it.',
  },
} as const satisfies Record<string, CodeRow>

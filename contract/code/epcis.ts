import type { CodeRow } from './row.ts'

/** Refusals of EPCIS. */
export const EPCIS = {
  epcis_invalid: {
    status: 422,
    title: 'This is no EPCIS 2.0, or something in it is wrong.',
    hint: 'Put right what `errors` names: each entry is a JSON pointer into what was sent.',
  },
  epcis_event_known: {
    status: 409,
    title: 'This event was captured before.',
    hint: 'Nothing is to be done: it is kept once. An error of an event is declared under its own id.',
  },
  epcis_event_not_found: {
    status: 404,
    title: 'No EPCIS event with this id is known here.',
    hint: 'Ask with the whole eventID, or by MATCH_anyEPCClass for what happened to a lot.',
  },
  epcis_capture_not_found: {
    status: 404,
    title: 'There was no such capture.',
    hint: 'Use the address that the answer to the capture gave in its Location header.',
  },
} as const satisfies Record<string, CodeRow>

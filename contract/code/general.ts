import type { CodeRow } from './row.ts'

/** Refusals that any door can give: a shape, an identity, a store that cannot write. */
export const GENERAL = {
  internal: {
    status: 500,
    title: 'Something failed inside FlowViz.',
    hint: 'Try again; if it stays, run `flowviz doctor` and send its report.',
  },
  body_invalid: {
    status: 400,
    title: 'The request has a missing, unknown or wrong field.',
    hint: 'Compare the fields named in `errors` with the API description.',
  },
  body_malformed: {
    status: 400,
    title: 'The body is not valid JSON.',
    hint: 'Send UTF-8 JSON with content-type application/json.',
  },
  body_too_large: {
    status: 413,
    title: 'The body is larger than allowed.',
    hint: 'Send at most the number of bytes named in the detail.',
  },
  request_malformed: {
    status: 400,
    title: 'The request is not well-formed HTTP.',
    hint: 'Check the client and what stands between; send requests as RFC 9112 says.',
  },
  request_timed_out: {
    status: 408,
    title: 'The request did not arrive in time.',
    hint: 'Check the network between, and send it again with the same idempotency key.',
  },
  headers_too_large: {
    status: 431,
    title: 'The address and the headers are larger than allowed.',
    hint: 'Send at most 16 KiB; delete old cookies of this address.',
  },
  media_type_unsupported: {
    status: 415,
    title: 'This content type is not understood here.',
    hint: 'Send the content type that the API description names.',
  },
  method_not_allowed: {
    status: 405,
    title: 'This address does not take that method.',
    hint: 'See the API description for the methods of this address.',
  },
  not_found: {
    status: 404,
    title: 'There is nothing at this address.',
    hint: 'Check the address; the record may belong to another site.',
  },
  unauthenticated: { status: 401, title: 'Nobody is signed in.', hint: 'Sign in and send the access token.' },
  credentials_wrong: {
    status: 401,
    title: 'The name or the secret is wrong.',
    hint: 'Check both; after several failures the account locks for a while.',
  },
  token_invalid: { status: 401, title: 'The access token is not valid here.', hint: 'Sign in again.' },
  token_expired: { status: 401, title: 'The access token has expired.', hint: 'Refresh the session or sign in again.' },
  role_insufficient: {
    status: 403,
    title: 'Your role may not do this.',
    hint: 'Ask a person who has one of the roles named in `required_roles`.',
  },
  account_locked: {
    status: 429,
    title: 'The account is locked after several wrong tries in a row.',
    hint: 'Wait the seconds named in Retry-After; ask an administrator if it was not you.',
  },
  rate_limited: { status: 429, title: 'Too many requests.', hint: 'Wait the seconds named in Retry-After.' },
  version_unsupported: {
    status: 400,
    title: 'The message has a version that this release does not know.',
    hint: 'Update this side first, or send the version named in the detail.',
  },
  idempotency_mismatch: {
    status: 422,
    title: 'This idempotency key was used with another body or by another person.',
    hint: 'Use a new key for a new command.',
  },
  command_parked: {
    status: 409,
    title: 'A command before this one in its lane was refused, so this one was not tried.',
    hint: 'Decide about the command named in `refused_key`, then send this one again.',
  },
  not_ready: { status: 503, title: 'The service is starting or stopping.', hint: 'Try again in a few seconds.' },
  storage_full: {
    status: 507,
    title: 'The disk is full; nothing was written.',
    hint: 'Free space on the box; run `flowviz doctor`.',
  },
  storage_failed: {
    status: 503,
    title: 'The store could not commit; nothing was written.',
    hint: 'Try again with the same idempotency key; run `flowviz doctor` if it stays.',
  },
  store_unfit: {
    status: 500,
    title: 'This release cannot work on that database file.',
    hint: 'Start the release and the box key that wrote it, or restore a copy with `flowviz restore`.',
  },
  writer_overloaded: {
    status: 503,
    title: 'Too many commands wait for the disk; this one was not taken.',
    hint: 'Try again with the same idempotency key after the seconds in Retry-After.',
  },
} as const satisfies Record<string, CodeRow>

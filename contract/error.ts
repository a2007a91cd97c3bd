import Type, { type Static } from 'typebox'

/**
 * Every refusal that FlowViz can give. `status` is the HTTP status of a problem answer (RFC 9457);
 * `title` says what happened, `hint` the next step for the person who reads it.
 * docs/errors.md is held equal to this table by a test.
 */
export const CODES = {
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
  rate_limited: { status: 429, title: 'Too many requests.', hint: 'Wait the seconds named in Retry-After.' },
  version_unsupported: {
    status: 400,
    title: 'The message has a version that this release does not know.',
    hint: 'Update this side first, or send the version named in the detail.',
  },
  idempotency_mismatch: {
    status: 422,
    title: 'This idempotency key was used with another body.',
    hint: 'Use a new key for a new command.',
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
  writer_overloaded: {
    status: 503,
    title: 'Too many commands wait for the disk; this one was not taken.',
    hint: 'Try again with the same idempotency key after the seconds in Retry-After.',
  },

  lot_code_taken: {
    status: 409,
    title: 'A lot with this code exists at this site.',
    hint: 'Leave lot_code out to get a generated one, or choose another.',
  },
  lot_not_found: {
    status: 404,
    title: 'No such lot at this site.',
    hint: 'Check the id or code; a lot of another site is found at headquarters.',
  },
  quantity_invalid: {
    status: 422,
    title: 'The quantity is not a positive decimal in a known unit.',
    hint: 'Send for example "12.500" and a unit such as kg.',
  },
  weight_missing: {
    status: 422,
    title: 'A lot needs a weight: captured from a scale, or manual with a reason.',
    hint: 'Send scale_id to capture, or weight_kg with manual_reason.',
  },
  weight_ambiguous: {
    status: 422,
    title: 'A weight is either captured or manual, never both.',
    hint: 'Send scale_id alone, or weight_kg with manual_reason.',
  },
  scale_not_found: {
    status: 404,
    title: 'No such scale at this site.',
    hint: 'See the device list for the scales of this plant.',
  },
  scale_silent: {
    status: 409,
    title: 'The scale has no fresh reading.',
    hint: 'Check the cable and the power of the scale, or enter the weight with a reason.',
  },
  scale_unstable: {
    status: 409,
    title: 'The scale is not stable.',
    hint: 'Wait until the stable lamp is on and capture again.',
  },
  scale_refused: {
    status: 409,
    title: 'The scale reports a state that is not a weight.',
    hint: 'Read the reason in the detail; empty, zero or service the scale.',
  },
  device_not_found: { status: 404, title: 'No such device at this site.', hint: 'See the device list.' },

  device_unknown: {
    status: 403,
    title: 'This identity is not a device or gateway of this site.',
    hint: 'Provision the identity first.',
  },
  topic_forbidden: {
    status: 403,
    title: 'This identity may not use that topic.',
    hint: 'A device publishes only below its own topics.',
  },
  packet_too_large: { status: 413, title: 'The MQTT packet is larger than 64 KiB.', hint: 'Send smaller messages.' },
  payload_undecodable: {
    status: 422,
    title: 'The payload is not one that the device is configured to send.',
    hint: 'The bytes are kept in quarantine; compare them with the device configuration.',
  },
  config_invalid: {
    status: 400,
    title: 'The configuration is not valid; the last good one stays in use.',
    hint: 'Correct the fields named in the detail.',
  },
  port_taken: {
    status: 500,
    title: 'The port is in use by another program.',
    hint: 'Stop that program or choose another port in the configuration.',
  },

  process_failed: {
    status: 500,
    title: 'A process of the plant ended or did not become ready.',
    hint: 'Read the last lines of its log, named in the detail.',
  },
  runtime_missing: {
    status: 500,
    title: 'The Node version that FlowViz runs on is not installed.',
    hint: 'Run `npm ci` in the repository; it brings Node 24 along.',
  },
  platform_unsupported: {
    status: 500,
    title: 'There is no ready-made program for this machine.',
    hint: 'Use Linux, macOS or Windows on x64 or arm64, or point the setting named in the detail at your own.',
  },
  demo_running: {
    status: 409,
    title: 'The demo runs already.',
    hint: 'Stop it with Ctrl-C in its terminal first.',
  },
  peer_unreachable: {
    status: 502,
    title: 'The other side did not answer.',
    hint: 'Check the address, the cable and that the server runs; then try again.',
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
} as const satisfies Record<string, { status: number; title: string; hint: string }>

export type ErrorCode = keyof typeof CODES
export const ErrorCode = Type.Enum(Object.keys(CODES) as ErrorCode[])

/** An error that a caller can act on. The message says what happened here; the hint says what to do next. */
export class FlowError extends Error {
  readonly code: ErrorCode
  readonly hint: string
  /** Further fields of the problem answer, such as `required_roles` or `head`. */
  readonly extra: Record<string, unknown>

  constructor(
    code: ErrorCode,
    message?: string,
    more: { hint?: string; cause?: unknown; extra?: Record<string, unknown> } = {},
  ) {
    super(message ?? CODES[code].title, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'FlowError'
    this.code = code
    this.hint = more.hint ?? CODES[code].hint
    this.extra = more.extra ?? {}
  }
}

/** The code of anything thrown; what is not ours is `internal`. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof FlowError ? error.code : 'internal'
}

/** The answer to a refused request, `application/problem+json` (RFC 9457) with a stable `code`. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'Address of the page that explains the code.' }),
    title: Type.String(),
    status: Type.Integer(),
    code: ErrorCode,
    detail: Type.String(),
    hint: Type.String(),
    errors: Type.Optional(Type.Array(Type.Object({ field: Type.String(), message: Type.String() }))),
    required_roles: Type.Optional(Type.Array(Type.String())),
    head: Type.Optional(Type.Unknown()),
  },
  { $id: 'Problem', additionalProperties: true },
)
export type Problem = Static<typeof Problem>

/** The problem answer of an error. An `internal` one tells the caller nothing of the inside. */
export function problemOf(error: unknown): Problem {
  const code = codeOf(error)
  const { status, title, hint } = CODES[code]
  const known = error instanceof FlowError && code !== 'internal' ? error : undefined
  return {
    type: `https://flowviz.example/errors#${code}`,
    title,
    status,
    code,
    detail: known?.message ?? title,
    hint: known?.hint ?? hint,
    ...known?.extra,
  }
}

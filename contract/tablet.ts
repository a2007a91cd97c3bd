import Type, { type Static } from 'typebox'
import { CommandVerdict, QueuedCommand } from './batch.ts'
import { Reason } from './command/command.ts'
import { Name } from './name.ts'
import { SeqRange, TabletKey, type TabletState } from './tablet-word.ts'
import { Timestamp } from './time.ts'
import { Uuid } from './uuid.ts'

export { COMMAND_CONTEXT, SeqRange, TabletKey, type TabletState } from './tablet-word.ts'

/** How the person was known when the command was given: signed in at the appliance, or by a PIN that only the tablet checked. */
export type TabletAuth = 'online' | 'offline-pin'

/**
 * One command as a tablet wrote it down: what is to be done, who did it, and where it stands in the order of the
 * tablet. Times are the tablet's own; they order nothing and block nothing.
 */
export const TabletCommand = Type.Object(
  {
    v: Type.Literal(1),
    site: Name,
    tablet_id: Name,
    /** Random at the first run of a tablet's store; another one says that the store was lost. */
    epoch: Uuid,
    /** From 1, without a gap in its epoch. */
    seq: Type.Integer({ minimum: 1 }),
    ...QueuedCommand.properties,
    person_id: Uuid,
    auth: Type.Enum(['online', 'offline-pin'] as TabletAuth[]),
    /** Becomes the event's, less the skew; a body that says one of its own is believed. */
    occurred_at: Timestamp,
    /** Clock of the page since it began, and which page it was: orders what a wrong clock does not. */
    mono_ms: Type.Integer({ minimum: 0 }),
    boot_id: Uuid,
    /** Tablet minus appliance, as last measured; null when it never was. */
    skew_ms: Type.Union([Type.Integer(), Type.Null()]),
  },
  { $id: 'TabletCommand', additionalProperties: false },
)
export type TabletCommand = Static<typeof TabletCommand>

/**
 * A command as it travels: the exact text that was signed (JSON of TabletCommand), and ECDSA P-256 over SHA-256 of
 * context and text, raw r||s in base64url.
 */
export const SignedCommand = Type.Object(
  {
    text: Type.String({ minLength: 2, maxLength: 65_536 }),
    sig: Type.String({ pattern: '^[A-Za-z0-9_-]{86}$' }),
  },
  { additionalProperties: false },
)
export type SignedCommand = Static<typeof SignedCommand>

/** The queue of a tablet, or the next part of it, in the order of its numbers. */
export const TabletBatch = Type.Object(
  { commands: Type.Array(SignedCommand, { minItems: 1, maxItems: 50 }) },
  { $id: 'TabletBatch', additionalProperties: false },
)
export type TabletBatch = Static<typeof TabletBatch>

/**
 * A verdict for each command, in their order. A parked one is sent again once somebody decided about the refused one
 * before it. Under `done` the answer is null when the appliance knows only that the command was done (its answers were
 * lost with a disk, and its ledger came back).
 *
 * `received_seq` is how far the appliance has the present epoch without a gap, and `missing` what it lacks behind that
 * and below the highest number that it has. A tablet sends again what it still keeps of both `missing` and what is
 * above all of it: a box that was restored lacks what it acknowledged. What it does not keep stays missing, and the
 * plant was told by an alarm.
 */
export const TabletVerdicts = Type.Object(
  {
    verdicts: Type.Array(CommandVerdict),
    received_seq: Type.Integer({ minimum: 0 }),
    highest_seq: Type.Integer({ minimum: 0 }),
    missing: Type.Array(SeqRange, { maxItems: 20 }),
  },
  { $id: 'TabletVerdicts', additionalProperties: false },
)
export type TabletVerdicts = Static<typeof TabletVerdicts>

/** Asks for a code that sets up one tablet, once, within ten minutes. `tablet_id` names one that is set up again. */
export const TabletInvitationRequest = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 80 }),
    station: Type.Optional(Name),
    tablet_id: Type.Optional(Name),
  },
  { $id: 'TabletInvitationRequest', additionalProperties: false },
)
export type TabletInvitationRequest = Static<typeof TabletInvitationRequest>

export const TabletInvitation = Type.Object(
  {
    code: Type.String({ description: 'Eight letters and digits in two groups, such as 7K3M-XQ2P.' }),
    tablet_id: Name,
    expires_at: Timestamp,
  },
  { $id: 'TabletInvitation', additionalProperties: false },
)
export type TabletInvitation = Static<typeof TabletInvitation>

/**
 * Sets a tablet up: by the code of an invitation, or again by the cookie that the first time left. The same key and
 * epoch again change nothing; another epoch says that the store of before is lost.
 */
export const TabletEnrolment = Type.Object(
  {
    code: Type.Optional(Type.String({ minLength: 8, maxLength: 12 })),
    key: TabletKey,
    epoch: Uuid,
  },
  { $id: 'TabletEnrolment', additionalProperties: false },
)
export type TabletEnrolment = Static<typeof TabletEnrolment>

/** What a tablet keeps of itself. Lot codes that it may give while offline: `prefix-0001`, `prefix-0002`, ... */
export const EnrolledTablet = Type.Object(
  {
    tablet_id: Name,
    title: Type.String(),
    station: Type.Union([Name, Type.Null()]),
    site: Name,
    site_name: Type.String(),
    /** Another one for each epoch; short enough that `prefix-9999` is a lot code that GS1 AI (10) carries. */
    code_prefix: Type.String(),
    server_time: Timestamp,
  },
  { $id: 'EnrolledTablet', additionalProperties: false },
)
export type EnrolledTablet = Static<typeof EnrolledTablet>

export const TabletRevocation = Type.Object(
  { reason: Reason },
  { $id: 'TabletRevocation', additionalProperties: false },
)
export type TabletRevocation = Static<typeof TabletRevocation>

/** A tablet as the people who look after it see it. */
export const TabletView = Type.Object(
  {
    tablet_id: Name,
    title: Type.String(),
    station: Type.Union([Name, Type.Null()]),
    state: Type.Enum(['ENROLLED', 'REVOKED'] as TabletState[]),
    epoch: Uuid,
    /** How far its present epoch is here without a gap. */
    received_seq: Type.Integer(),
    enrolled_at: Timestamp,
    /** When it last sent commands. */
    seen_at: Type.Union([Timestamp, Type.Null()]),
    /** How often its store was lost. */
    losses: Type.Integer(),
  },
  { $id: 'TabletView', additionalProperties: false },
)
export type TabletView = Static<typeof TabletView>
export const TabletPage = Type.Object(
  { tablets: Type.Array(TabletView) },
  { $id: 'TabletPage', additionalProperties: false },
)

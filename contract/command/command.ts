import Type, { type Static, type TObject, type TSchema } from 'typebox'
import { Name } from '../name.ts'
import { Signing, Witnessing } from '../signature.ts'
import { Timestamp } from '../time.ts'

type Method = 'POST' | 'PUT' | 'DELETE'

/**
 * One thing that a person can do in a plant, said once: its door, its shapes and its answer. The appliance makes the
 * route, the batch entry point and the OpenAPI operation from it, and a rule of the same name decides it.
 */
export interface CommandShape {
  /** `METHOD /path` as the router names it; its access stands in the permission table. */
  route: `${Method} /api/v1/${string}`
  tag: string
  summary: string
  params: TObject
  /** Fields of the body; of the query for a DELETE. */
  body: TObject
  status: 200 | 201
  gives: TSchema
}

/** Keeps the exact types of a shape. */
export const command = <const S extends CommandShape>(shape: S): S => shape

export const NoParams = Type.Object({}, { additionalProperties: false })

/** An object with nothing else in it. */
export const fields = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false })

/** Why somebody does what needs a reason. */
export const Reason = Type.String({ minLength: 3, maxLength: 300 })

/** When it happened by the clock of the tablet, for what was done offline. The server's own time stands beside it. */
export const OccurredAt = { occurred_at: Type.Optional(Timestamp) }

/** Fields of a command that is signed: by the person who is signed in, and where it says so by a second one. */
export const Signed = { sign: Type.Optional(Signing) }
export const Witnessed = { sign: Type.Optional(Signing), witness: Type.Optional(Witnessing) }

/** Fields of a command that weighs: by a scale, whose own reading the server captures, or by hand with a reason. */
export const Weighed = { scale_id: Type.Optional(Name), manual_reason: Type.Optional(Reason) }

export type Body<S extends CommandShape> = Omit<Static<S['body']>, 'sign' | 'witness'>

import Type, { type Static } from 'typebox'
import { COMMAND_NAMES, type CommandName } from './command.ts'
import { Problem } from './error.ts'

/** One command of a tablet's queue. */
export const QueuedCommand = Type.Object(
  {
    /** Names the command for ever, as the header `idempotency-key` does. */
    key: Type.String({ pattern: '^[A-Za-z0-9_-]{8,64}$' }),
    command: Type.Enum([...COMMAND_NAMES] as CommandName[]),
    params: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    body: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    /** What must stay in order; left out: the lot or run that the command is about. */
    lane: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  },
  { additionalProperties: false },
)
export type QueuedCommand = Static<typeof QueuedCommand>

/** A queue, or the next part of it, in the order in which the tablet did it. */
export const CommandBatch = Type.Object(
  { commands: Type.Array(QueuedCommand, { minItems: 1, maxItems: 100 }) },
  { $id: 'CommandBatch', additionalProperties: false },
)
export type CommandBatch = Static<typeof CommandBatch>

/** What became of one command: done and committed, refused, or not tried because one before it in its lane was refused. */
export const CommandVerdict = Type.Object(
  {
    key: Type.String(),
    verdict: Type.Enum(['done', 'refused', 'parked'] as ('done' | 'refused' | 'parked')[]),
    status: Type.Integer(),
    answer: Type.Optional(Type.Unknown()),
    problem: Type.Optional(Problem),
  },
  { additionalProperties: false },
)
export type CommandVerdict = Static<typeof CommandVerdict>

export const BatchVerdicts = Type.Object(
  { verdicts: Type.Array(CommandVerdict) },
  { $id: 'BatchVerdicts', additionalProperties: false },
)

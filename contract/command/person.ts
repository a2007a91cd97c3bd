import Type from 'typebox'
import { Day } from '../event/shape.ts'
import { Meaning, SignatureView } from '../signature.ts'
import { Timestamp } from '../time.ts'
import { Training } from '../training.ts'
import { Uuid } from '../uuid.ts'
import { command, fields, NoParams, Signed } from './command.ts'

/** What people do for their accounts; names and secrets have doors of their own. */
export const PERSON_COMMANDS = {
  'record-training': command({
    route: 'POST /api/v1/users/:person_id/trainings',
    tag: 'people',
    summary: 'Records that a person was trained in a version of a procedure.',
    params: fields({ person_id: Uuid }),
    body: Type.Object(
      {
        procedure: Type.String({ minLength: 1, maxLength: 80 }),
        procedure_version: Type.String({ minLength: 1, maxLength: 20 }),
        trained_on: Day,
        expires_on: Type.Optional(Day),
        trainer: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
      },
      { $id: 'TrainingEntry', additionalProperties: false },
    ),
    status: 201,
    gives: Training,
  }),
  'acknowledge-policy': command({
    route: 'POST /api/v1/me/policy',
    tag: 'people',
    summary: 'Takes note that an electronic signature binds like one on paper.',
    params: NoParams,
    body: fields({}),
    status: 200,
    gives: Type.Object(
      { person_id: Uuid, policy: Type.String(), acknowledged_at: Timestamp },
      { $id: 'PolicyAcknowledgement', additionalProperties: false },
    ),
  }),
  'sign-record': command({
    route: 'POST /api/v1/signatures',
    tag: 'signature',
    summary: 'Signs rows of the ledger that are there, each bound by its hash.',
    params: NoParams,
    body: Type.Object(
      {
        seqs: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 100, uniqueItems: true }),
        meaning: Meaning,
        ...Signed,
      },
      { $id: 'RecordSigning', additionalProperties: false },
    ),
    status: 201,
    gives: SignatureView,
  }),
} as const

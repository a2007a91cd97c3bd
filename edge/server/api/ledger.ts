import { AnyEvent } from '@flowviz/contract/event'
import { LedgerHead } from '@flowviz/contract/sync'
import Type, { type Static } from 'typebox'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Query = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'Default 50.' })),
    before: Type.Optional(Type.Integer({ minimum: 1, description: 'Only events before this number.' })),
    subject: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    type: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  },
  { additionalProperties: false },
)
const Events = Type.Object(
  {
    events: Type.Array(Type.Object({ seq: Type.Integer(), hash: Hash, event: AnyEvent })),
    next: Type.Union([Type.Integer(), Type.Null()]),
  },
  { $id: 'LedgerEvents', additionalProperties: false },
)
const HeadView = Type.Object(
  {
    head: LedgerHead,
    acked: Type.Union([LedgerHead, Type.Null()]),
    checkpoint: Type.Union([Type.String(), Type.Null()]),
    receipt: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'LedgerHeadView', additionalProperties: false },
)
const Proof = Type.Object(
  {
    seq: Type.Integer(),
    body: Type.String({ description: 'The exact text that was hashed.' }),
    row_hash: Hash,
    size: Type.Integer({ description: 'Tree size of the checkpoint.' }),
    path: Type.Array(Hash),
    checkpoint: Type.String({ description: 'Signed note (C2SP tlog-checkpoint).' }),
  },
  { $id: 'LedgerProof', additionalProperties: false },
)
const Params = Type.Object({ seq: Type.Integer({ minimum: 1 }) })

/** The audit trail: the head, the events, and the proof that one event stands in the signed tree. */
export function ledger(app: Doors, { reader, read }: Pick<AppParts, 'reader' | 'read'>): void {
  app.get(
    '/api/v1/ledger/head',
    { schema: { operationId: 'getLedgerHead', tags: ['ledger'], response: { 200: HeadView, ...REFUSAL } } },
    async () => {
      const head = reader.head()
      const { ledger: acked, receipt } = reader.acked()
      return { head, acked, checkpoint: reader.checkpoint(head.seq), receipt }
    },
  )

  app.get(
    '/api/v1/ledger/events',
    {
      schema: {
        operationId: 'listLedgerEvents',
        tags: ['ledger'],
        querystring: Query,
        response: { 200: Events, ...REFUSAL },
      },
    },
    async ({ query }) => {
      const limit = query.limit ?? 50
      const events = reader.events({ ...query, limit, before: query.before ?? null })
      return { events, next: events.length < limit ? null : (events.at(-1)?.seq ?? null) }
    },
  )

  app.get(
    '/api/v1/ledger/proofs/:seq',
    {
      schema: {
        operationId: 'proveLedgerEvent',
        tags: ['ledger'],
        params: Params,
        response: { 200: Proof, ...REFUSAL },
      },
    },
    async ({ params }) => proofOf(read, params.seq),
  )
}

/** Every leaf of the tree goes into a proof: it is made in the thread of heavy reads. */
async function proofOf(read: AppParts['read'], seq: number): Promise<Static<typeof Proof>> {
  const chunks: Uint8Array[] = []
  for await (const chunk of await read.ask('proof', { seq })) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString()) as Static<typeof Proof>
}

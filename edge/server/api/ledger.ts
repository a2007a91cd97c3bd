import { hash } from 'node:crypto'
import { hexOf } from '@flowviz/contract/chain'
import { parseCheckpoint, parseNote } from '@flowviz/contract/checkpoint'
import { FlowError } from '@flowviz/contract/error'
import { AnyEvent } from '@flowviz/contract/event'
import { inclusionPath, leafHash } from '@flowviz/contract/merkle'
import { LedgerHead } from '@flowviz/contract/sync'
import Type from 'typebox'
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

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer')

/** The audit trail: the head, the events, and the proof that one event stands in the signed tree. */
export function ledger(app: Doors, { reader }: Pick<AppParts, 'reader'>): void {
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
    async ({ params }) => proofOf(reader, params.seq),
  )
}

function proofOf(reader: AppParts['reader'], seq: number) {
  const row = reader.ledgerRows(seq, 1)[0]
  if (row?.seq !== seq) throw new FlowError('not_found', `The ledger has no event ${seq}.`)
  const checkpoint = reader.checkpoint(reader.head().seq)
  const text = checkpoint === null ? null : parseNote(checkpoint)?.text
  const size = (text == null ? null : parseCheckpoint(text))?.size ?? 0
  if (checkpoint === null || size < seq)
    throw new FlowError(
      'not_ready',
      `Event ${seq} is not under a signed checkpoint yet; the next one comes within a minute.`,
    )
  const leaves = reader.leafRows(size).map(hashed => leafHash(sha256, hashed))
  const path = inclusionPath(sha256, leaves, seq - 1).map(hexOf)
  return { seq, body: row.body, row_hash: hexOf(row.hash), size, path, checkpoint }
}

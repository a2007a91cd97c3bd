import { Deviation, DeviationPage, type DeviationRow } from '@flowviz/contract/deviation'
import { FlowError } from '@flowviz/contract/error'
import { Hold, HoldPage } from '@flowviz/contract/hold'
import { QcDecisionPage } from '@flowviz/contract/qc-decision'
import { type DEVIATION_STATES, DeviationState, HoldState } from '@flowviz/contract/quality-word'
import { Uuid } from '@flowviz/contract/uuid'
import Type from 'typebox'
import type { StoredRecord } from '../store/record-store.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'
import { SEQ_CURSOR } from './seq-cursor.ts'

type Parts = Pick<AppParts, 'reader'>

const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'Default 50.' }))
const Ref = Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: 'Id or code.' }))
const Cursor = Type.Optional(SEQ_CURSOR)
/** Lots that a list shows of each hold. */
const LISTED_LOTS = 50

/** Finding decisions, holds and deviations; all else about them is a command. */
export function quality(app: Doors, parts: Parts): void {
  decisions(app, parts)
  holds(app, parts)
  deviations(app, parts)
}

function decisions(app: Doors, { reader }: Parts): void {
  const querystring = Type.Object(
    { limit: Limit, cursor: Cursor, lot_id: Ref, run_id: Ref },
    { additionalProperties: false },
  )
  app.get(
    '/api/v1/qc-decisions',
    {
      schema: {
        operationId: 'listQcDecisions',
        tags: ['quality'],
        summary: 'Decisions at gates, newest first; of one lot or of one run.',
        querystring,
        response: { 200: QcDecisionPage, ...REFUSAL },
      },
    },
    async ({ query: { limit = 50, cursor, lot_id, run_id } }) => {
      const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(cursor)
      const found = reader.decisions({ lot_id, run_id, before, limit: limit + 1 })
      const shown = found.slice(0, limit)
      return { decisions: shown, next: found.length > limit ? String(shown.at(-1)!.seq) : null }
    },
  )
}

function holds(app: Doors, { reader }: Parts): void {
  const querystring = Type.Object(
    { limit: Limit, cursor: Cursor, state: Type.Optional(HoldState) },
    { additionalProperties: false },
  )
  app.get(
    '/api/v1/holds',
    {
      schema: {
        operationId: 'listHolds',
        tags: ['quality'],
        summary: 'Holds with their lots, newest first.',
        querystring,
        response: { 200: HoldPage, ...REFUSAL },
      },
    },
    async ({ query: { limit = 50, cursor, state } }) => {
      const { records, next } = page(reader, { kind: 'hold', state, cursor, limit })
      return { holds: records.map(record => reader.holdView(record, LISTED_LOTS)), next }
    },
  )
  app.get(
    '/api/v1/holds/:hold_id',
    {
      schema: {
        operationId: 'getHold',
        tags: ['quality'],
        params: Type.Object({ hold_id: Uuid }),
        response: { 200: Hold, ...REFUSAL },
      },
    },
    async ({ params: { hold_id } }) => reader.holdView(found(reader, 'hold', hold_id), Number.MAX_SAFE_INTEGER),
  )
}

function deviations(app: Doors, { reader }: Parts): void {
  const querystring = Type.Object(
    { limit: Limit, cursor: Cursor, state: Type.Optional(DeviationState) },
    { additionalProperties: false },
  )
  app.get(
    '/api/v1/deviations',
    {
      schema: {
        operationId: 'listDeviations',
        tags: ['quality'],
        summary: 'Deviations, newest first.',
        querystring,
        response: { 200: DeviationPage, ...REFUSAL },
      },
    },
    async ({ query: { limit = 50, cursor, state } }) => {
      const stored = state === 'ACTIONS_DONE' ? 'EVALUATED' : state
      const { records, next } = page(reader, { kind: 'deviation', state: stored, cursor, limit })
      // EVALUATED and ACTIONS_DONE are one state in the table: how far the actions are tells them apart.
      const rows = records.map(record => reader.deviationRow(record)).filter(row => fits(row, state))
      return { deviations: rows, next }
    },
  )
  app.get(
    '/api/v1/deviations/:deviation_id',
    {
      schema: {
        operationId: 'getDeviation',
        tags: ['quality'],
        params: Type.Object({ deviation_id: Uuid }),
        response: { 200: Deviation, ...REFUSAL },
      },
    },
    async ({ params: { deviation_id } }) => reader.deviationView(found(reader, 'deviation', deviation_id)),
  )
}

const fits = (row: DeviationRow, state: (typeof DEVIATION_STATES)[number] | undefined): boolean =>
  state === undefined || row.state === state

type Kind = 'hold' | 'deviation'
interface Page {
  kind: Kind
  state: string | undefined
  cursor: string | undefined
  limit: number
}

/** Records are listed by the number of their first event, which is what a cursor names. */
function page({ records }: Parts['reader'], { kind, state, cursor, limit }: Page) {
  const before = cursor === undefined ? undefined : { at: Number(cursor), id: '' }
  const rows = records({ kind, state, before, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  return { records: shown, next: rows.length > limit ? String(shown.at(-1)!.at) : null }
}

function found({ record }: Parts['reader'], kind: Kind, id: string): StoredRecord {
  const row = record(kind, id)
  if (row === null) throw new FlowError('record_not_found', `There is no ${kind} ${id} at this site.`)
  return row
}

import { type Alarm, AlarmPage, AlarmState } from '@flowviz/contract/alarm'
import { Calibration, DueCalibration } from '@flowviz/contract/calibration'
import { Name } from '@flowviz/contract/name'
import { DueReviewPage } from '@flowviz/contract/review'
import { timestampOf } from '@flowviz/contract/time'
import Type from 'typebox'
import { alarmOf } from '../store/alarm-row.ts'
import { type Doors, REFUSAL } from './door.ts'
import { computedAlarms, dueCalibrations, dueReviews } from './due.ts'
import type { AppParts } from './parts.ts'
import { SEQ_CURSOR } from './seq-cursor.ts'

type Parts = Pick<AppParts, 'reader' | 'now'>

const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'Default 50.' }))
const Cursor = Type.Optional(SEQ_CURSOR)
const Paging = Type.Object({ limit: Limit, cursor: Cursor }, { additionalProperties: false })

/** What somebody has to do by a day: reviews, calibrations; and what is wrong now: alarms. */
export function qualityDue(app: Doors, parts: Parts): void {
  reviews(app, parts)
  calibrations(app, parts)
  alarms(app, parts)
}

const today = (now: () => number): string => timestampOf(now()).slice(0, 10)

function reviews(app: Doors, { reader, now }: Parts): void {
  app.get(
    '/api/v1/reviews',
    {
      schema: {
        operationId: 'listDueReviews',
        tags: ['quality'],
        summary: 'CCP decisions, deviations and calibrations that nobody has reviewed yet, the oldest first.',
        querystring: Paging,
        response: { 200: DueReviewPage, ...REFUSAL },
      },
    },
    async ({ query: { limit = 50, cursor } }) => {
      const found = dueReviews(reader, { after: Number(cursor ?? 0), limit: limit + 1, today: today(now) })
      const shown = found.slice(0, limit)
      return { reviews: shown, next: found.length > limit ? String(shown.at(-1)!.seq) : null }
    },
  )
}

function calibrations(app: Doors, { reader, now }: Parts): void {
  app.get(
    '/api/v1/calibrations/due',
    {
      schema: {
        operationId: 'listDueCalibrations',
        tags: ['quality'],
        summary: 'Instruments whose calibration is due, overdue or missing, the most urgent first.',
        response: {
          200: Type.Object({ calibrations: Type.Array(DueCalibration) }, { $id: 'DueCalibrations' }),
          ...REFUSAL,
        },
      },
    },
    async () => ({ calibrations: dueCalibrations(reader, today(now)) }),
  )
  app.get(
    '/api/v1/instruments/:instrument_id/calibrations',
    {
      schema: {
        operationId: 'listCalibrations',
        tags: ['quality'],
        summary: 'Calibrations of an instrument, newest first.',
        params: Type.Object({ instrument_id: Name }),
        querystring: Paging,
        response: {
          200: Type.Object(
            { calibrations: Type.Array(Calibration), next: Type.Union([Type.String(), Type.Null()]) },
            { $id: 'CalibrationPage' },
          ),
          ...REFUSAL,
        },
      },
    },
    async ({ params, query: { limit = 50, cursor } }) => {
      const before = cursor === undefined ? undefined : { at: Number(cursor), id: '' }
      const rows = reader.records({ kind: 'calibration', parent: params.instrument_id, before, limit: limit + 1 })
      const shown = rows.slice(0, limit)
      const next = rows.length > limit ? String(shown.at(-1)!.at) : null
      return { calibrations: shown.map(({ body }) => body as unknown as Calibration), next }
    },
  )
}

function alarms(app: Doors, { reader, now }: Parts): void {
  const querystring = Type.Object(
    { limit: Limit, cursor: Cursor, state: Type.Optional(AlarmState) },
    { additionalProperties: false },
  )
  app.get(
    '/api/v1/alarms',
    {
      schema: {
        operationId: 'listAlarms',
        tags: ['quality'],
        summary: 'Alarms, newest first; overdue reviews and calibrations stand before them.',
        querystring,
        response: { 200: AlarmPage, ...REFUSAL },
      },
    },
    async ({ query: { limit = 50, cursor, state } }) => {
      const before = cursor === undefined ? undefined : { at: Number(cursor), id: '' }
      const rows = reader.records({ kind: 'alarm', state, before, limit: limit + 1 })
      const shown = rows.slice(0, limit)
      const computed: Alarm[] =
        cursor === undefined && state !== 'ACKNOWLEDGED' ? computedAlarms(reader, today(now)) : []
      const next = rows.length > limit ? String(shown.at(-1)!.at) : null
      return { alarms: [...computed, ...shown.map(alarmOf)], next }
    },
  )
}

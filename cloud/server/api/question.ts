import { ChannelList, DeadLetterList, HqLot, HqLotPage, HqReadingPage, SiteList, SiteView } from '@flowviz/contract/hq'
import { LotStatus } from '@flowviz/contract/lot-word'
import { isName, Name } from '@flowviz/contract/name'
import { isTimestamp, Timestamp, timestampOf } from '@flowviz/contract/time'
import { isUuid, Uuid } from '@flowviz/contract/uuid'
import Type from 'typebox'
import type { Questions } from '../parts.ts'
import { Cursor, closed, found, partsOf, wrong, wrongCursor } from './asking.ts'
import type { App } from './type.ts'

export interface QuestionParts {
  questions: Questions
  now: () => number
}

const PAGE = 50
const POINTS = 1_500

const Day = closed({
  day_start: Type.Optional(
    Type.Unsafe<string>({ ...Timestamp, description: 'Since when a lot is of today; left out: midnight UTC.' }),
  ),
})
const LotSearch = closed({
  site: Type.Optional(Name),
  q: Type.Optional(Type.String({ minLength: 1, maxLength: 80, pattern: '^[^\\u0000]*$' })),
  status: Type.Optional(LotStatus),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: PAGE })),
  cursor: Cursor,
})
const Chart = closed({
  site: Name,
  device_id: Name,
  channel: Name,
  since: Timestamp,
  until: Type.Optional(Timestamp),
  points: Type.Optional(Type.Integer({ minimum: 30, maximum: 5_000, default: POINTS })),
})
const DeadLetterSearch = closed({
  site: Type.Optional(Name),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: PAGE })),
  cursor: Cursor,
})

/** What people ask of all sites. */
export function questionRoutes(app: App, { questions, now }: QuestionParts): void {
  const tags = ['question']
  const dayOf = (day_start: string | undefined) => real(day_start, 'day_start') ?? midnight(now())

  app.get(
    '/v1/sites',
    { schema: { operationId: 'listSites', tags, querystring: Day, response: { 200: SiteList } } },
    async request => ({ sites: await questions.sites(dayOf(request.query.day_start)) }),
  )
  app.get(
    '/v1/sites/:site',
    {
      schema: {
        operationId: 'getSite',
        tags,
        params: closed({ site: Name }),
        querystring: Day,
        response: { 200: SiteView },
      },
    },
    async request => found(await questions.site(request.params.site, dayOf(request.query.day_start))),
  )
  app.get(
    '/v1/lots',
    { schema: { operationId: 'listLots', tags, querystring: LotSearch, response: { 200: HqLotPage } } },
    request => {
      const { site = null, q = null, status = null, limit = PAGE, cursor } = request.query
      return questions.lots({ site, q, status, limit, cursor: lotCursor(cursor) })
    },
  )
  app.get(
    '/v1/lots/:lot_id',
    { schema: { operationId: 'getLot', tags, params: closed({ lot_id: Uuid }), response: { 200: HqLot } } },
    async request => found(await questions.lot(request.params.lot_id), 'lot_not_found'),
  )
  app.get(
    '/v1/readings',
    { schema: { operationId: 'listReadings', tags, querystring: Chart, response: { 200: HqReadingPage } } },
    async request => {
      const { since, until, points = POINTS, ...channel } = request.query
      const range = { since: real(since, 'since')!, until: real(until, 'until') ?? timestampOf(now() + 1) }
      return questions.readings({ ...channel, ...range, points })
    },
  )
  app.get(
    '/v1/channels',
    {
      schema: {
        operationId: 'listChannels',
        tags,
        querystring: closed({ site: Type.Optional(Name) }),
        response: { 200: ChannelList },
      },
    },
    async request => ({ channels: await questions.channels(request.query.site ?? null) }),
  )
  app.get(
    '/v1/dead-letters',
    {
      schema: {
        operationId: 'listDeadLetters',
        tags,
        querystring: DeadLetterSearch,
        response: { 200: DeadLetterList },
      },
    },
    request => {
      const { site, limit = PAGE, cursor } = request.query
      return questions.deadLetters({ site: site ?? null, limit, cursor: letterCursor(cursor) })
    },
  )
}

const midnight = (ms: number) => `${timestampOf(ms).slice(0, 10)}T00:00:00.000Z`

function real(text: string | undefined, field: string): string | null {
  if (text === undefined) return null
  if (isTimestamp(text)) return text
  throw wrong(field, 'names no real moment')
}

function lotCursor(cursor: string | undefined) {
  if (cursor === undefined) return null
  const [registered_at, lot_id] = partsOf(cursor)
  if (typeof registered_at === 'string' && isTimestamp(registered_at) && typeof lot_id === 'string' && isUuid(lot_id))
    return { registered_at, lot_id }
  throw wrongCursor()
}

function letterCursor(cursor: string | undefined) {
  if (cursor === undefined) return null
  const [site, stream, epoch, seq] = partsOf(cursor)
  const named = typeof site === 'string' && isName(site) && (stream === 'ledger' || stream === 'reading')
  if (named && Number.isSafeInteger(epoch) && Number.isSafeInteger(seq))
    return { site, stream, epoch: epoch as number, seq: seq as number }
  throw wrongCursor()
}

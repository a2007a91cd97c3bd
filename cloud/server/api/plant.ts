import {
  AlarmPage,
  Deviation,
  DeviationPage,
  GatePage,
  HeldLotPage,
  HoldPage,
  LotLinks,
  RECORD_KINDS,
  RecordPage,
} from '@flowviz/contract/hq-plant'
import { Name } from '@flowviz/contract/name'
import { Decision, DeviationState, HoldState } from '@flowviz/contract/quality-word'
import { Uuid } from '@flowviz/contract/uuid'
import Type, { type TSchema } from 'typebox'
import type { PlantQuestions } from '../parts.ts'
import { Cursor, closed, found } from './asking.ts'
import { gateCursor, idCursor, linkCursor, recordCursor } from './plant-cursor.ts'
import type { App } from './type.ts'

const PAGE = 50
const tags = ['plant']

const OfSite = { site: Name }
const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: PAGE }))
const LinkSearch = closed({ limit: Limit, parents_cursor: Cursor, children_cursor: Cursor })
// What no text column holds is in no text column.
const Words = Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\u0000]*$' })
const GateSearch = closed({
  lot_id: Type.Optional(Uuid),
  decision: Type.Optional(Decision),
  line: Type.Optional(Type.String({ minLength: 1, maxLength: 20, pattern: '^[^\\u0000]*$' })),
  limit: Limit,
  cursor: Cursor,
})
const RecordSearch = closed({
  state: Type.Optional(Words),
  parent: Type.Optional(Words),
  limit: Limit,
  cursor: Cursor,
})
const inState = <T extends TSchema>(state: T) => closed({ state: Type.Optional(state), limit: Limit, cursor: Cursor })
const AlarmState = Type.Enum(['RAISED', 'ACKNOWLEDGED'] as ('RAISED' | 'ACKNOWLEDGED')[])

/** What people ask of one plant. An unknown site is 404, and so is a lot that its site has never told of. */
export function plantRoutes(app: App, plants: PlantQuestions): void {
  const knowing = async <T>(site: string, answer: () => Promise<T>): Promise<T> => {
    found((await plants.knows(site, null)) || null)
    return answer()
  }
  genealogyRoutes(app, plants)
  qualityRoutes(app, plants, knowing)
  app.get(
    '/v1/sites/:site/records/:kind',
    {
      schema: {
        operationId: 'listRecords',
        tags,
        params: closed({ ...OfSite, kind: Type.Enum(RECORD_KINDS) }),
        querystring: RecordSearch,
        response: { 200: RecordPage },
      },
    },
    request => {
      const { site, kind } = request.params
      const { state = null, parent = null, limit = PAGE, cursor } = request.query
      return knowing(site, () => plants.records({ site, kind, state, parent, limit, cursor: recordCursor(cursor) }))
    },
  )
}

type Knowing = <T>(site: string, answer: () => Promise<T>) => Promise<T>

function genealogyRoutes(app: App, plants: PlantQuestions): void {
  app.get(
    '/v1/sites/:site/lots/:lot_id/links',
    {
      schema: {
        operationId: 'listLotLinks',
        tags,
        params: closed({ ...OfSite, lot_id: Uuid }),
        querystring: LinkSearch,
        response: { 200: LotLinks },
      },
    },
    async request => {
      const { site, lot_id } = request.params
      const { limit = PAGE, parents_cursor, children_cursor } = request.query
      found((await plants.knows(site, lot_id)) || null, 'lot_not_found')
      const parents = linkCursor(parents_cursor, 'parents_cursor')
      return plants.links({ site, lot_id, limit, parents, children: linkCursor(children_cursor, 'children_cursor') })
    },
  )
}

function qualityRoutes(app: App, plants: PlantQuestions, knowing: Knowing): void {
  const params = closed(OfSite)
  app.get(
    '/v1/sites/:site/holds',
    {
      schema: { operationId: 'listHolds', tags, params, querystring: inState(HoldState), response: { 200: HoldPage } },
    },
    request => {
      const { site } = request.params
      return knowing(site, () => plants.holds({ site, ...statePage(request.query) }))
    },
  )
  app.get(
    '/v1/sites/:site/holds/:hold_id/lots',
    {
      schema: {
        operationId: 'listHeldLots',
        tags,
        params: closed({ ...OfSite, hold_id: Uuid }),
        querystring: closed({ limit: Limit, cursor: Cursor }),
        response: { 200: HeldLotPage },
      },
    },
    request => {
      const { site, hold_id } = request.params
      const { limit = PAGE, cursor } = request.query
      return knowing(site, () => plants.heldLots({ site, hold_id, limit, cursor: idCursor(cursor) }))
    },
  )
  app.get(
    '/v1/sites/:site/gates',
    { schema: { operationId: 'listGates', tags, params, querystring: GateSearch, response: { 200: GatePage } } },
    request => {
      const { site } = request.params
      const { lot_id = null, decision = null, line = null, limit = PAGE, cursor } = request.query
      return knowing(site, () => plants.gates({ site, lot_id, decision, line, limit, cursor: gateCursor(cursor) }))
    },
  )
  deviationRoutes(app, plants, knowing)
}

function deviationRoutes(app: App, plants: PlantQuestions, knowing: Knowing): void {
  const params = closed(OfSite)
  app.get(
    '/v1/sites/:site/deviations',
    {
      schema: {
        operationId: 'listDeviations',
        tags,
        params,
        querystring: inState(DeviationState),
        response: { 200: DeviationPage },
      },
    },
    request => {
      const { site } = request.params
      return knowing(site, () => plants.deviations({ site, ...statePage(request.query) }))
    },
  )
  app.get(
    '/v1/sites/:site/deviations/:deviation_id',
    {
      schema: {
        operationId: 'getDeviation',
        tags,
        params: closed({ ...OfSite, deviation_id: Uuid }),
        response: { 200: Deviation },
      },
    },
    async request => found(await plants.deviation(request.params.site, request.params.deviation_id)),
  )
  app.get(
    '/v1/sites/:site/alarms',
    {
      schema: {
        operationId: 'listAlarms',
        tags,
        params,
        querystring: inState(AlarmState),
        response: { 200: AlarmPage },
      },
    },
    request => {
      const { site } = request.params
      return knowing(site, () => plants.alarms({ site, ...statePage(request.query) }))
    },
  )
}

interface StatePage {
  state?: string
  limit?: number
  cursor?: string
}
const statePage = ({ state, limit = PAGE, cursor }: StatePage) => ({
  state: state ?? null,
  limit,
  cursor: recordCursor(cursor),
})

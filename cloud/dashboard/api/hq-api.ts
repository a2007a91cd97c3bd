import {
  getDeviation,
  getLot,
  getOpenStreamUrl,
  listChannels,
  listDeviations,
  listGates,
  listHolds,
  listLotLinks,
  listLots,
  listReadings,
  listSites,
} from '@flowviz/cloud-client/generated/api'
import type { ChannelView, HqLot, HqLotPage, HqReadingPage, SiteView } from '@flowviz/contract/hq'
import type { Deviation, DeviationView, GatePage, HoldView, LotLinks } from '@flowviz/contract/hq-plant'
import type { Access } from '@flowviz/contract/screen/access'
import { openFeed } from '@flowviz/contract/screen/open-feed'
import type { Answer } from '@flowviz/contract/screen/trouble'
import type { Page } from '../part/paged-list.ts'

export interface LotFilters {
  /** Text in code, product or supplier's code; empty for all. */
  q: string
  /** Site id; empty for all. */
  site: string
}

export interface ChannelName {
  site: string
  device_id: string
  channel: string
}

/** What the HQ screen asks of headquarters. Every answer is a value or a trouble; nothing throws but `stream`. */
export interface HqApi {
  sites: () => Promise<Answer<{ sites: SiteView[] }>>
  lots: (filters: LotFilters, cursor: string | null) => Promise<Answer<HqLotPage>>
  lot: (lotId: string) => Promise<Answer<HqLot>>
  lotLinks: (site: string, lotId: string) => Promise<Answer<LotLinks>>
  gatesOfLot: (site: string, lotId: string) => Promise<Answer<GatePage>>
  holds: (site: string, cursor: string | null) => Promise<Answer<Page<HoldView>>>
  deviations: (site: string, cursor: string | null) => Promise<Answer<Page<DeviationView>>>
  deviation: (site: string, deviationId: string) => Promise<Answer<Deviation>>
  channels: () => Promise<Answer<{ channels: ChannelView[] }>>
  /** Readings of one channel between two moments (RFC 3339), thinned to what a chart can show. */
  readings: (channel: ChannelName, since: string, until: string) => Promise<Answer<HqReadingPage>>
  stream: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>
}

const PAGE = 50
const POINTS = 1_500

const pageAt = (cursor: string | null) => ({ limit: PAGE, ...(cursor === null ? {} : { cursor }) })

export function createHqApi(access: Access): HqApi {
  return {
    sites: () => access.ask(listSites),
    lots: ({ q, site }, cursor) =>
      access.ask(() =>
        listLots({
          limit: PAGE,
          ...(q === '' ? {} : { q }),
          ...(site === '' ? {} : { site }),
          ...(cursor === null ? {} : { cursor }),
        }),
      ),
    lot: lotId => access.ask(() => getLot(lotId)),
    lotLinks: (site, lotId) => access.ask(() => listLotLinks(site, lotId, { limit: PAGE })),
    gatesOfLot: (site, lotId) => access.ask(() => listGates(site, { lot_id: lotId, limit: PAGE })),
    holds: (site, cursor) =>
      access.ask(async () => {
        const { holds: rows, next } = await listHolds(site, pageAt(cursor))
        return { rows, next }
      }),
    deviations: (site, cursor) =>
      access.ask(async () => {
        const { deviations: rows, next } = await listDeviations(site, pageAt(cursor))
        return { rows, next }
      }),
    deviation: (site, deviationId) => access.ask(() => getDeviation(site, deviationId)),
    channels: () => access.ask(() => listChannels()),
    readings: (channel, since, until) => access.ask(() => listReadings({ ...channel, since, until, points: POINTS })),
    stream: signal => openFeed({ access, url: getOpenStreamUrl(), signal, fetch: (url, init) => fetch(url, init) }),
  }
}

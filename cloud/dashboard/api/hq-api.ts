import {
  getLot,
  getOpenStreamUrl,
  listChannels,
  listLots,
  listReadings,
  listSites,
} from '@flowviz/cloud-client/generated/api'
import type { ChannelView, HqLot, HqLotPage, HqReadingPage, SiteView } from '@flowviz/contract/hq'
import type { Access } from '@flowviz/contract/screen/access'
import { openFeed } from '@flowviz/contract/screen/open-feed'
import type { Answer } from '@flowviz/contract/screen/trouble'

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
  channels: () => Promise<Answer<{ channels: ChannelView[] }>>
  /** Readings of one channel between two moments (RFC 3339), thinned to what a chart can show. */
  readings: (channel: ChannelName, since: string, until: string) => Promise<Answer<HqReadingPage>>
  stream: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>
}

const PAGE = 50
const POINTS = 1_500

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
    channels: () => access.ask(() => listChannels()),
    readings: (channel, since, until) => access.ask(() => listReadings({ ...channel, since, until, points: POINTS })),
    stream: signal => openFeed({ access, url: getOpenStreamUrl(), signal, fetch: (url, init) => fetch(url, init) }),
  }
}

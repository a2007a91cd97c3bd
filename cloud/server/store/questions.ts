import type { Questions } from '../parts.ts'
import type { Pool } from './database.ts'
import { deadLetterPage } from './dead-letter-view.ts'
import { lotPage, lotsById } from './lot-view.ts'
import { channelViews, readingPage } from './reading-view.ts'
import { siteViews } from './site-view.ts'

/** What the screens ask. */
export function questions(pool: Pool): Questions {
  return {
    sites: dayStart => siteViews(pool, dayStart, null),
    site: async (site, dayStart) => (await siteViews(pool, dayStart, site))[0] ?? null,
    lots: query => lotPage(pool, query),
    lot: async lotId => (await lotsById(pool, [lotId]))[0] ?? null,
    lotsById: lotIds => lotsById(pool, lotIds),
    readings: query => readingPage(pool, query),
    channels: site => channelViews(pool, site),
    deadLetters: query => deadLetterPage(pool, query),
    async ping() {
      await pool.query('SELECT 1')
    },
  }
}

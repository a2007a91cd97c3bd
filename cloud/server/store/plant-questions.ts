import type { PlantQuestions } from '../parts.ts'
import type { Pool } from './database.ts'
import { alarmPage, deviationById, deviationPage } from './deviation-view.ts'
import { gatePage, gatesOfLot } from './gate-view.ts'
import { heldLotPage, holdPage } from './hold-view.ts'
import { lotLinks } from './link-view.ts'
import { recordPage } from './record-view.ts'

/** What the screens ask of one plant. */
export function plantQuestions(pool: Pool): PlantQuestions {
  return {
    async knows(site, lotId) {
      const { rows } = await pool.query(
        `SELECT 1 FROM site s
         WHERE s.site_id = $1
           AND ($2::uuid IS NULL OR EXISTS (SELECT 1 FROM lot_standing t WHERE t.site_id = $1 AND t.lot_id = $2))`,
        [site, lotId],
      )
      return rows.length > 0
    },
    links: query => lotLinks(pool, query),
    holds: query => holdPage(pool, query),
    heldLots: query => heldLotPage(pool, query),
    gates: query => (query.lot_id === null ? gatePage(pool, query) : gatesOfLot(pool, query.lot_id, query)),
    deviations: query => deviationPage(pool, query),
    deviation: (site, id) => deviationById(pool, site, id),
    alarms: query => alarmPage(pool, query),
    records: query => recordPage(pool, query),
  }
}

import type { KeyObject } from 'node:crypto'
import { CLOUD_AUDIENCE } from '@flowviz/contract/sync'
import { timestampOf } from '@flowviz/contract/time'
import type { Logger } from 'pino'
import { type App, buildApp } from './app.ts'
import type { SeedPerson } from './config.ts'
import { accessTokens } from './domain/access-token.ts'
import { ledgerRules } from './domain/rules.ts'
import { liveHub } from './live/hub.ts'
import { siteWatch } from './live/site-watch.ts'
import { attemptLimit } from './store/attempt-limit.ts'
import { boxStore } from './store/box-store.ts'
import { openPool } from './store/database.ts'
import { migrate } from './store/migrate.ts'
import { personStore } from './store/person-store.ts'
import { plantQuestions } from './store/plant-questions.ts'
import { questions } from './store/questions.ts'
import { recordStore } from './store/record-store.ts'

/** What headquarters is made of; the clock and randomness are handed in. */
export interface HeadquartersOptions {
  databaseUrl: string
  tokenKey: KeyObject
  witnessKey: KeyObject
  people: readonly SeedPerson[]
  uiDir: string | null
  version: string
  logger: Logger
  now: () => number
  newId: () => string
  /** At least 128 random bits as URL-safe text. */
  newSecret: () => string
}

const WITHIN_S = 900

/** Opens the database, brings its schema up to date, seeds people and builds the server. `close` ends all of it. */
export async function assemble(options: HeadquartersOptions): Promise<{ app: App; close(): Promise<void> }> {
  const { databaseUrl, logger, now } = options
  const witness = { name: CLOUD_AUDIENCE, key: options.witnessKey }
  const rules = ledgerRules(witness)
  const pool = openPool(databaseUrl, error => logger.warn({ err: error }, 'an idle connection to the database broke'))
  try {
    const migrations = await migrate(pool)
    if (migrations.length > 0) logger.info({ migrations }, 'database migrated')
    const people = personStore(pool)
    await people.seed([...options.people])
    const live = liveHub()
    const asked = questions(pool)
    const watch = siteWatch({
      live,
      view: site => asked.site(site, `${timestampOf(now()).slice(0, 10)}T00:00:00.000Z`),
      lots: asked.lotsById,
      onError: error => logger.error({ err: error }, 'a site could not be shown'),
    })
    const app = await buildApp({
      ...options,
      records: recordStore(pool, rules),
      boxes: boxStore(pool, rules),
      people,
      questions: asked,
      plants: plantQuestions(pool),
      live,
      touch: watch.touch,
      tokens: accessTokens(options.tokenKey, now),
      witness,
      attempts: {
        ofName: attemptLimit(pool, { name: 'login-name', points: 5, within_s: WITHIN_S }),
        ofAddress: attemptLimit(pool, { name: 'login-address', points: 100, within_s: WITHIN_S }),
        ofClaim: attemptLimit(pool, { name: 'claim', points: 20, within_s: WITHIN_S }),
      },
    })
    return {
      app,
      async close() {
        await app.close()
        watch.close()
        await pool.end()
      },
    }
  } catch (error) {
    await pool.end()
    throw error
  }
}

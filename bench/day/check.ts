import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openForReading } from '../../edge/server/store/open.ts'
import { nodePath } from '../../provisioning/node.ts'
import type { StepKind } from './plan.ts'
import type { Counted } from './tally.ts'

const run = promisify(execFile)
const MAINTAIN = join(import.meta.dirname, '..', '..', 'edge', 'server', 'maintain', 'main.ts')
const MG_PER_G = 1_000

/** What stands in a plant's file after a day, beside what was acknowledged. */
export interface Checked {
  /** How many events of each kind there are more or less than acknowledgements. */
  difference: Record<StepKind, number>
  /** Grams that the links took, more or less than acknowledged. */
  linked_difference: number
  /** Lots whose stock is not what was registered less what went into others. */
  unbalanced: number
  /** The chain of the ledger, from its first row to its head, and the tables made from it anew. */
  chain: string
  rebuilt: string
  file_mb: number
  events: number
}

const EVENT: Record<StepKind, string> = {
  register: 'lot.registered',
  gate: 'gate.decided',
  move: 'stock.moved',
  link: 'lot.linked',
}

const TYPES = "SELECT body ->> 'type' AS type, count(*) AS count FROM ledger GROUP BY 1"
const LINKED = 'SELECT coalesce(sum(weight_mg), 0) FROM link'
// Double entry, lot by lot: what came in is where it stands or became part of another lot.
const UNBALANCED = `
  SELECT count(*)
  FROM lot
  WHERE weight_mg <> (SELECT coalesce(sum(weight_mg), 0) FROM stock WHERE stock.lot_key = lot.lot_key)
    + (SELECT coalesce(sum(weight_mg), 0) FROM link WHERE link.src = lot.lot_key)`

/** Compares a plant's file, which its appliance has closed, with what the appliance acknowledged. */
export async function check(file: string, { kinds, linked_grams }: Counted): Promise<Checked> {
  const chain = await maintain('verify', file)
  const rebuilt = await maintain('rebuild', file)
  const db = openForReading(file)
  try {
    const rows = db.prepare<[], { type: string; count: number }>(TYPES).all()
    const counts = new Map(rows.map(({ type, count }) => [type, count]))
    const differenceOf = (kind: StepKind) => (counts.get(EVENT[kind]) ?? 0) - kinds[kind].count
    const difference = {
      register: differenceOf('register'),
      gate: differenceOf('gate'),
      move: differenceOf('move'),
      link: differenceOf('link'),
    }
    const linked_mg = db.prepare<[], number>(LINKED).pluck().get()!
    return {
      difference,
      linked_difference: linked_mg / MG_PER_G - linked_grams,
      unbalanced: db.prepare<[], number>(UNBALANCED).pluck().get()!,
      chain,
      rebuilt,
      file_mb: statSync(file).size / 1e6,
      events: rows.reduce((sum, { count }) => sum + count, 0),
    }
  } finally {
    db.close()
  }
}

/** `ok`, or what is wrong. */
async function maintain(verb: 'verify' | 'rebuild', file: string): Promise<string> {
  const said = await run(nodePath(), [MAINTAIN, verb, file, '--json']).catch((error: { stdout: string }) => error)
  const { ok, detail } = JSON.parse(said.stdout) as { ok: boolean; detail: string }
  return ok ? 'ok' : detail
}

import type { AnyEvent } from '@flowviz/contract/event'
import { type Queryable, sqlState } from '../database.ts'
import { buryAll, type NewDeadLetter } from './dead-letter.ts'
import { projectDevices } from './device.ts'
import { type ProjectedRow, understand } from './event.ts'
import { projectLots } from './lot.ts'
import { projectPlant } from './plant.ts'
import { firstTimes } from './recovered.ts'

/** A stored row with its event as it was parsed. */
export interface RowToProject {
  epoch: number
  seq: number
  hash: string
  received_at: string
  event: AnyEvent
}

/**
 * Brings rows into the projections: all at once, and one by one only when that fails, so that a row which cannot be
 * projected becomes a dead letter and stops none behind it. Runs inside the transaction that stores the rows.
 * Returns the ids of the lots that are new or changed.
 */
export async function project(client: Queryable, site: string, rows: RowToProject[]): Promise<string[]> {
  const known: ProjectedRow[] = []
  const dead: NewDeadLetter[] = []
  for (const row of rows) {
    const understood = understand(row.event)
    if ('known' in understood) known.push({ ...row, event: understood.known, held: { epoch: row.epoch, seq: row.seq } })
    else dead.push(letterOf(row, understood.dead))
  }
  const lots = await attempt(client, () => projectAll(client, site, known))
  if (!('failed' in lots)) {
    await buryAll(client, site, dead)
    return lots.done
  }
  const changed = new Set<string>()
  for (const row of known) {
    const alone = await attempt(client, () => projectAll(client, site, [row]))
    if ('failed' in alone) dead.push(letterOf(row, alone.failed))
    else for (const lot of alone.done) changed.add(lot)
  }
  await buryAll(client, site, dead)
  return [...changed]
}

async function projectAll(client: Queryable, site: string, rows: ProjectedRow[]): Promise<string[]> {
  const fresh = await firstTimes(client, site, rows)
  await projectDevices(client, site, fresh)
  const registered = await projectLots(client, site, fresh)
  return projectPlant(client, site, { rows: fresh, registered })
}

// A Postgres transaction is lost after an error unless it can go back to a savepoint.
async function attempt<T>(client: Queryable, work: () => Promise<T>): Promise<{ done: T } | { failed: string }> {
  await client.query('SAVEPOINT projection')
  try {
    const done = await work()
    await client.query('RELEASE SAVEPOINT projection')
    return { done }
  } catch (error) {
    // Throws when the connection itself is gone: then nothing of the batch is stored.
    await client.query('ROLLBACK TO SAVEPOINT projection')
    // Only what is wrong with the row itself (SQLSTATE 22 data, 23 constraint) is its own fault: a lock, a full disk or
    // a server that stops must undo the whole batch.
    const state = sqlState(error)
    if (state !== null && !/^2[23]/.test(state)) throw error
    return { failed: error instanceof Error ? error.message : String(error) }
  }
}

function letterOf(row: RowToProject | ProjectedRow, cause: string): NewDeadLetter {
  const { epoch, seq, received_at, event } = row
  return { stream: 'ledger', epoch, seq, type: event.type, v: event.v, cause, at: received_at }
}

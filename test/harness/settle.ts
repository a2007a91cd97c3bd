import { setTimeout as pause } from 'node:timers/promises'
import type { SyncStatus } from '@flowviz/contract/live'
import type { Operator } from './operator.ts'

/** Waits until headquarters has acknowledged everything that the plant holds. @throws Error with the last status. */
export async function settled(operator: Operator, within_ms: number): Promise<SyncStatus> {
  const end = performance.now() + within_ms
  let status: SyncStatus | null = null
  while (performance.now() < end) {
    status = await operator.get<SyncStatus>('/api/v1/sync').catch(() => status)
    if (status !== null && status.pending_events + status.pending_readings === 0 && status.problem === null)
      return status
    await pause(200)
  }
  throw new Error(`not settled within ${within_ms} ms: ${JSON.stringify(status)}`)
}

import type { QueuedCommand } from './batch.ts'
import type { CommandName } from './command.ts'

// Apart from the shape of a batch: a tablet needs these rules, and no schema with them.

const SAFE: ReadonlySet<CommandName> = new Set<CommandName>([
  'place-hold',
  'pause-run',
  'open-deviation',
  'acknowledge-alarm',
  'enter-temperature',
])

/**
 * True for what may never wait behind a refusal, because it only makes the plant safer or says what was seen: a hold, a
 * gate decided as HOLD or FAIL, a run that is stopped, a deviation or a temperature that is told, an alarm that was seen.
 */
export function isSafe({ command, body }: QueuedCommand): boolean {
  if (SAFE.has(command)) return true
  return command === 'decide-gate' && (body?.decision === 'HOLD' || body?.decision === 'FAIL')
}

/** What a command stays in order with. */
export function laneOf({ lane, params, body, key }: QueuedCommand): string {
  if (lane !== undefined) return lane
  for (const name of ['lot_id', 'run_id', 'hold_id', 'shipment_id', 'hu_id'])
    for (const held of [params, body]) if (typeof held?.[name] === 'string') return `${name}:${held[name]}`
  return `key:${key}`
}

import type { Actor } from '@flowviz/contract/identity'
import { timestampOf } from '@flowviz/contract/time'
import type { Logger } from 'pino'
import type { PlantReader } from './parts.ts'
import type { AttemptStore } from './store/attempt-store.ts'
import type { PlantWriter } from './writer/command.ts'

export interface LockParts {
  attempts: Pick<AttemptStore, 'onLocked'>
  plant: Pick<PlantWriter, 'submit'>
  reader: Pick<PlantReader, 'credential'>
  logger: Logger
  now: () => number
  actor: Actor
  locked_s: number
}

/** Puts every account that gets locked into the ledger, which raises an alarm in the same commit (21 CFR 11.300(d)). */
export function tellLocks({ attempts, plant, reader, logger, now, actor, locked_s }: LockParts): void {
  attempts.onLocked((name, address) => {
    const person_id = reader.credential(name)?.person.id ?? null
    const until = timestampOf(now() + locked_s * 1_000)
    plant
      .submit('record', {
        type: 'account.locked',
        actor,
        subject: person_id === null ? `address:${address}` : `person:${person_id}`,
        data: { person_id, name: person_id === null ? name : null, address, until },
        occurred_at: null,
      })
      .catch(err => logger.error({ err }, 'the lock of an account could not be recorded'))
  })
}

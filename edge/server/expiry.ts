import type { Actor } from '@flowviz/contract/identity'
import { timestampOf } from '@flowviz/contract/time'
import type { Logger } from 'pino'
import type { PlantWriter } from './writer/command.ts'

const EVERY_MS = 60_000

export interface ExpiryParts {
  plant: Pick<PlantWriter, 'submit'>
  actor: Actor
  /** ms since 1970 */
  now: () => number
  logger: Pick<Logger, 'warn'>
  every_ms?: number
}

/** Expires what is past its last day: once. @throws FlowError of a writer that cannot commit. */
export async function expireLots({ plant, actor, now }: Pick<ExpiryParts, 'plant' | 'actor' | 'now'>): Promise<number> {
  let expired = 0
  for (;;) {
    const done = await plant.submit('expire-lots', { actor, today: timestampOf(now()).slice(0, 10) })
    expired += done.expired
    if (!done.more) return expired
  }
}

/**
 * Looks every minute for lots whose last day is over. Nobody can use such a lot meanwhile: every use looks at the date
 * itself; this is what makes the status say so. A look that fails is told, and done again a minute later.
 */
export function startExpiry(parts: ExpiryParts): { stop(): Promise<void> } {
  let looking = Promise.resolve()
  const look = () => {
    looking = looking.then(async () => {
      await expireLots(parts)
    })
    looking = looking.catch(err => {
      parts.logger.warn({ err }, 'lots past their last day could not be looked for')
    })
  }
  look()
  const timer = setInterval(look, parts.every_ms ?? EVERY_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}

import { codeOf, FlowError } from '@flowviz/contract/error'
import type { Logger } from 'pino'
import type { Warning } from '../readiness.ts'
import { type Certificate, type CertificateFiles, readCertificate } from './certificate.ts'

/** How often the files are looked at, ms: a renewal needs nobody who reloads the appliance. */
export const LOOK_MS = 60_000
const DAY_MS = 86_400_000
/** A renewal that is late is told this long before the end, or in the last third of a shorter life. */
const WARN_MS = 30 * DAY_MS

/** Keeps the certificate that is served, and takes a new one from the files without a restart. */
export interface CertificateKeeper {
  current(): Certificate
  /** Reads the files anew. False: they are not usable, the one that is served stays, and the log says why. */
  renew(): boolean
  /** What somebody has to do about the certificate; the appliance works meanwhile. */
  warnings(): Warning[]
  stop(): void
}

/**
 * @param first what is served from the start.
 * @param serve hands a new one to the listener; connections that are open keep the old one.
 */
export function keepCertificate(parts: {
  files: CertificateFiles
  first: Certificate
  serve: (next: Certificate) => void
  now: () => number
  logger: Logger
}): CertificateKeeper {
  const { files, serve, now, logger } = parts
  let current = parts.first
  let refused: string | null = null

  const take = (next: Certificate) => {
    if (next.cert === current.cert && next.key === current.key) return
    if (next.ends_at_ms <= now()) throw unfit(`It ended at ${iso(next.ends_at_ms)}.`)
    if (next.begins_at_ms > now()) throw unfit(`It begins at ${iso(next.begins_at_ms)}.`)
    serve(next)
    current = next
    logger.info({ ends_at: iso(next.ends_at_ms) }, 'a new certificate is served')
  }
  const renew = () => {
    try {
      take(readCertificate(files))
      refused = null
      return true
    } catch (err) {
      const why = (err as Error).message
      // Once for each trouble, not once a minute.
      if (why !== refused)
        logger.error({ code: codeOf(err), err }, 'the certificate on disk is not used; the last good one is served')
      refused = why
      return false
    }
  }
  if (current.ends_at_ms <= now())
    logger.error({ ended_at: iso(current.ends_at_ms) }, 'the certificate has ended; tablets will refuse it')
  const looking = setInterval(renew, LOOK_MS)
  looking.unref()
  return {
    current: () => current,
    renew,
    warnings: () => [...ageOf(current, now()), ...refusalOf(refused)],
    stop: () => clearInterval(looking),
  }
}

function ageOf({ begins_at_ms, ends_at_ms }: Certificate, now: number): Warning[] {
  const left_ms = ends_at_ms - now
  if (left_ms <= 0)
    return [{ code: 'certificate_ended', detail: `The certificate ended at ${iso(ends_at_ms)}: tablets refuse it.` }]
  if (begins_at_ms > now)
    return [{ code: 'certificate_early', detail: `The certificate begins at ${iso(begins_at_ms)}: check the clock.` }]
  if (left_ms > Math.min(WARN_MS, (ends_at_ms - begins_at_ms) / 3)) return []
  const days = Math.floor(left_ms / DAY_MS)
  return [{ code: 'certificate_ending', detail: `The certificate ends in ${days} days, at ${iso(ends_at_ms)}.` }]
}

const refusalOf = (why: string | null): Warning[] =>
  why === null ? [] : [{ code: 'certificate_refused', detail: `The new certificate is not used: ${why}` }]

const unfit = (message: string) => new FlowError('certificate_unfit', message)

const iso = (ms: number) => new Date(ms).toISOString()

import type { say } from './words.ts'

/** Why the camera shows nothing, as the key of a sentence that says what to do next. */
export type CameraTrouble = Parameters<typeof say>[0] &
  ('camera_insecure' | 'camera_denied' | 'camera_absent' | 'camera_busy' | 'camera_reader' | 'camera_failed')

const BY_NAME: Readonly<Record<string, CameraTrouble>> = {
  NotAllowedError: 'camera_denied',
  SecurityError: 'camera_denied',
  NotFoundError: 'camera_absent',
  DevicesNotFoundError: 'camera_absent',
  OverconstrainedError: 'camera_absent',
  NotReadableError: 'camera_busy',
  TrackStartError: 'camera_busy',
  AbortError: 'camera_busy',
}

/** What a failure to open the camera means. A page without a secure context has no cameras at all. */
export function cameraTrouble(error: unknown, isSecure: boolean): CameraTrouble {
  if (!isSecure) return 'camera_insecure'
  if (error instanceof ReaderMissing) return 'camera_reader'
  return BY_NAME[nameOf(error)] ?? 'camera_failed'
}

export const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : String(error)

/** The reader is fetched once, and it was not there. */
export class ReaderMissing extends Error {
  constructor(cause: unknown) {
    super('The reader of barcodes could not be fetched.', { cause })
    this.name = 'ReaderMissing'
  }
}

import type { TelemetryReader } from '../parts.ts'
import { attachmentStore } from './attachment-store.ts'
import { openForReading } from './open.ts'
import { quarantineStore } from './quarantine-store.ts'
import { readingStore } from './reading-store.ts'

/** Reads `telemetry.db` on a connection of its own; the file must have been opened by the writer once. */
export function openTelemetryReader(path: string): TelemetryReader {
  const db = openForReading(path)
  const readings = readingStore(db)
  const quarantine = quarantineStore(db)
  const attachments = attachmentStore(db)
  return {
    latest: () => readings.latest(),
    readings: query => readings.newest(query),
    after: (seq, limit) => readings.after(seq, limit),
    ofChannels: (channels, range) => readings.ofChannels(channels, range),
    lastSeq: () => readings.lastSeq(),
    /** Payloads put aside since the file began, the dropped ones included. */
    quarantineCount() {
      const { held, dropped } = quarantine.size()
      return held + dropped
    },
    attachment: sha256 => attachments.get(sha256),
    close: () => void db.close(),
  }
}

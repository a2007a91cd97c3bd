import type { OutboxTrouble } from './outbox.ts'
import { ownTrouble } from './own-trouble.ts'

/** Troubles of this tablet's own store. */
export const STORE_TROUBLE = {
  store_full: ownTrouble('store_full'),
  store_lost: ownTrouble('store_lost'),
  store_newer: ownTrouble('store_newer'),
  store_blocked: ownTrouble('store_blocked'),
} as const

/** What a failure of IndexedDB means for the person. */
export function storeTroubleOf(error: unknown): OutboxTrouble {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'QuotaExceededError') return STORE_TROUBLE.store_full
  if (name === 'VersionError') return STORE_TROUBLE.store_newer
  return STORE_TROUBLE.store_lost
}

const LOST = new Set(['InvalidStateError', 'UnknownError', 'AbortError'])

/**
 * True when the connection is gone and a new one may do. Safari loses them while a tab sleeps; a browser that clears
 * what a page has stored aborts what is under way. (A transaction that we abort says why it was, not that it was.)
 */
export function isLostConnection(error: unknown): boolean {
  return error instanceof DOMException && LOST.has(error.name)
}

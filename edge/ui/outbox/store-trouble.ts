import type { OutboxTrouble } from './outbox.ts'

/** Troubles of this tablet's own store. */
export const STORE_TROUBLE = {
  store_full: {
    code: 'store_full',
    title: 'This tablet has no room left.',
    hint: 'Nothing of this entry was kept. Let the waiting ones be sent, then enter it again; call a technician.',
  },
  store_lost: {
    code: 'store_lost',
    title: 'This tablet cannot write to its own store.',
    hint: 'Nothing of this entry was kept. Reload the page; if it says so again, use another tablet and call a technician.',
  },
  store_newer: {
    code: 'store_newer',
    title: 'Another window of this tablet runs a newer FlowViz.',
    hint: 'Reload this page.',
  },
  store_blocked: {
    code: 'store_blocked',
    title: 'Another window of this tablet keeps the store in use.',
    hint: 'Close the other windows of FlowViz on this tablet.',
  },
} as const satisfies Record<string, OutboxTrouble>

/** What a failure of IndexedDB means for the person. */
export function storeTroubleOf(error: unknown): OutboxTrouble {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'QuotaExceededError') return STORE_TROUBLE.store_full
  if (name === 'VersionError') return STORE_TROUBLE.store_newer
  return STORE_TROUBLE.store_lost
}

/** True when the connection is gone and a new one may do; Safari loses them while a tab sleeps. */
export function isLostConnection(error: unknown): boolean {
  const name = error instanceof DOMException ? error.name : ''
  return name === 'InvalidStateError' || name === 'UnknownError'
}

import type { Person } from '@flowviz/contract/identity'
import type { Access } from '@flowviz/contract/screen/access'
import { getLot, readScan } from '@flowviz/edge-client/generated/api'
import { type Signal, signal } from '@preact/signals'
import type { Shelf } from '../shelf/shelf.ts'
import type { FlashParts } from './flash.ts'
import { createKept } from './kept-scans.ts'
import type { Resolve, ScanServer } from './resolve.ts'
import { createScanBus, type ScanBus } from './scan-bus.ts'
import type { SeenKey } from './wedge-listener.ts'
import { keepWedgeSetting, readWedgeSetting, type WedgeSetting } from './wedge-setting.ts'

export interface ScanStateParts extends FlashParts {
  access: Pick<Access, 'ask'>
  shelf: Pick<Shelf, 'lots' | 'items' | 'units' | 'locations'>
  /** Whose badge it is, as far as this tablet may know. */
  personByBadge: (badge: string) => Person | null | Promise<Person | null>
  reachable: () => boolean
  now: () => number
  monotonic: () => number
  storage: Pick<Storage, 'getItem' | 'setItem'>
  report: (error: unknown) => void
}

export interface ScanState {
  bus: ScanBus
  /** How the scanners of this tablet type; kept on the tablet. */
  setting: Signal<WedgeSetting>
  /** The newest keys, the newest last, while the scanner lab watches; null while nobody does: a PIN is made of keys. */
  keys: Signal<readonly SeenKey[] | null>
  seen: (key: SeenKey) => void
  /** The camera is open over the screen. */
  camera: Signal<boolean>
  clocks: Pick<ScanStateParts, 'monotonic' | 'after'>
}

/** More than any label that a lab has to show. */
const KEYS_MAX = 300

/** Scanning, wired: what this tablet's books and the appliance know of a code. */
export function createScanState(parts: ScanStateParts): ScanState {
  const server: ScanServer = {
    reachable: parts.reachable,
    readScan: symbols => parts.access.ask(() => readScan({ symbols })),
    lot: lot_id => parts.access.ask(() => getLot(lot_id)),
  }
  const resolve: Resolve = async (raw, before) => {
    // The GS1 tables are as large as the rest of the entry; they are fetched behind it and then lie in the page.
    const [{ createResolve }, { shelfCache }] = await Promise.all([import('./resolve.ts'), import('./shelf-cache.ts')])
    const cache = shelfCache(parts.shelf, parts.personByBadge)
    return createResolve({ cache, server, now: parts.now })(raw, before)
  }
  const setting = signal(readWedgeSetting(parts.storage))
  setting.subscribe(value => keepWedgeSetting(parts.storage, value))
  const keys = signal<readonly SeenKey[] | null>(null)
  return {
    bus: createScanBus({ ...parts, resolve, kept: createKept({ resolve, storage: parts.storage }) }),
    setting,
    keys,
    seen: key => {
      if (keys.value !== null) keys.value = [...keys.value, key].slice(-KEYS_MAX)
    },
    camera: signal(false),
    clocks: { monotonic: parts.monotonic, after: parts.after },
  }
}

import { type ReadonlySignal, signal } from '@preact/signals'
import type { Finding } from './finding.ts'
import type { Resolve } from './resolve.ts'

/** A code that nothing could explain when it was scanned. */
export interface KeptScan {
  raw: string
  at_ms: number
  /** What it turned out to be; null until something could be asked. */
  finding: Finding | null
}

/** Raw scans of a time without the appliance, the newest first. */
export interface Kept {
  scans: ReadonlySignal<readonly KeptScan[]>
  add: (scan: Pick<KeptScan, 'raw' | 'at_ms'>) => void
  /** Asks again for all that have no finding; call it when the appliance is back. Says how many were explained. */
  resolve: () => Promise<number>
  drop: (raw: string) => void
}

export interface KeptParts {
  resolve: Resolve
  storage: Pick<Storage, 'getItem' | 'setItem'>
}

const KEY = 'flowviz.scans'
const KEPT_MAX = 100

export function createKept(parts: KeptParts): Kept {
  const scans = signal<readonly KeptScan[]>(read(parts.storage))
  const change = (next: readonly KeptScan[]) => {
    scans.value = next.slice(0, KEPT_MAX)
    // What a code was found to be is asked again after a reload: it may have changed.
    parts.storage.setItem(KEY, JSON.stringify(scans.value.map(({ raw, at_ms }) => ({ raw, at_ms }))))
  }
  const without = (raw: string) => scans.value.filter(scan => scan.raw !== raw)
  return {
    scans,
    add: ({ raw, at_ms }) => change([{ raw, at_ms, finding: null }, ...without(raw)]),
    drop: raw => change(without(raw)),
    resolve: async () => {
      let explained = 0
      for (const { raw } of scans.value.filter(({ finding }) => finding === null)) {
        const finding = await parts.resolve(raw, null)
        if (finding.kind === 'unknown' && finding.why === 'offline') break
        if (finding.kind !== 'unknown') explained++
        change(scans.value.map(scan => (scan.raw === raw ? { ...scan, finding } : scan)))
      }
      return explained
    },
  }
}

function read(storage: KeptParts['storage']): KeptScan[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]')
    return Array.isArray(kept)
      ? kept.map(({ raw, at_ms }) => ({ raw: String(raw), at_ms: Number(at_ms), finding: null }))
      : []
  } catch {
    return []
  }
}

import { type ReadonlySignal, signal } from '@preact/signals'
import type { Finding } from './finding.ts'
import { createFlash, type Feedback, type FlashParts, type FlashState } from './flash.ts'
import type { Kept } from './kept-scans.ts'
import type { Resolve } from './resolve.ts'
import { feedbackOf } from './verdict.ts'

/** Where a code came from. */
export type ScanSource = 'wedge' | 'camera' | 'paste' | 'typed'

/** One scan on its way through the screens. */
export interface Scan {
  /** The text as it was read, GS as U+001D. */
  raw: string
  source: ScanSource
  /** Milliseconds since 1970, by the appliance's clock. */
  at_ms: number
  /** What it means here. Asked for at the first call, and once. */
  finding: () => Promise<Finding>
}

/** True: this screen has taken the scan, and nobody else gets it. */
export type ScanHandler = (scan: Scan) => boolean | Promise<boolean>

/** A notice over every screen is `first`: a screen that is still loading below it comes later, and must not be asked before it. */
export type ScanRank = 'screen' | 'first'

/** The sheet that says what was scanned, where no screen took it. */
export interface Sheet {
  scan: Scan
  finding: Finding | null
}

export interface ScanBus {
  /** The last scan, whoever took it. */
  heard: ReadonlySignal<Scan | null>
  /** The handler that came last is asked first; one that is `first` before all others. Gives the way to leave. */
  subscribe: (handler: ScanHandler, rank?: ScanRank) => () => void
  /** Takes a code from anywhere. Resolves when somebody has it; never rejects. */
  offer: (raw: string, source?: ScanSource) => Promise<void>
  flash: FlashState['flash']
  /** Sounds and flashes; a screen that takes scans says its outcome by it. */
  say: (feedback: Feedback) => void
  sheet: ReadonlySignal<Sheet | null>
  closeSheet: () => void
  /** Reads the code of the sheet again: the server may be back. */
  tryAgain: () => Promise<void>
  /** What was scanned while nothing could say what it is. */
  kept: Kept
}

export interface ScanBusParts extends FlashParts {
  resolve: Resolve
  kept: Kept
  now: () => number
  /** A handler that threw: for the log of the tablet. */
  report: (error: unknown) => void
}

/** The other barcode of the same label comes within so long. */
const TOGETHER_MS = 10_000

/** One place where codes arrive, whatever read them and whichever screen is open. No DOM. */
export function createScanBus(parts: ScanBusParts): ScanBus {
  const heard = signal<Scan | null>(null)
  const sheet = signal<Sheet | null>(null)
  const { flash, say: tell } = createFlash(parts)
  const handlers: Record<ScanRank, ScanHandler[]> = { screen: [], first: [] }
  let before: { raw: string; at_ms: number } | null = null

  const scanOf = (raw: string, source: ScanSource): Scan => {
    const at_ms = parts.now()
    const beside = before !== null && at_ms - before.at_ms <= TOGETHER_MS ? before.raw : null
    before = { raw, at_ms }
    let found: Promise<Finding> | null = null
    return {
      raw,
      source,
      at_ms,
      finding: () => {
        found ??= parts.resolve(raw, beside)
        return found
      },
    }
  }
  const taken = async (scan: Scan): Promise<boolean> => {
    for (const handler of [...handlers.screen, ...handlers.first].toReversed()) {
      try {
        if (await handler(scan)) return true
      } catch (error) {
        parts.report(error)
      }
    }
    return false
  }
  const show = async (scan: Scan) => {
    sheet.value = { scan, finding: null }
    const finding = await scan.finding()
    if (finding.kind === 'unknown' && finding.why === 'offline') parts.kept.add(scan)
    tell(feedbackOf(finding))
    // The next scan has opened a sheet of its own.
    if (sheet.value?.scan === scan) sheet.value = { scan, finding }
  }
  return {
    heard,
    subscribe: (handler, rank = 'screen') => {
      const asked = handlers[rank]
      asked.push(handler)
      return () => {
        const at = asked.lastIndexOf(handler)
        if (at >= 0) asked.splice(at, 1)
      }
    },
    offer: async (raw, source = 'wedge') => {
      const scan = scanOf(raw, source)
      heard.value = scan
      if (await taken(scan)) {
        if (sheet.value !== null) sheet.value = null
      } else await show(scan)
    },
    flash,
    say: tell,
    sheet,
    closeSheet: () => {
      sheet.value = null
    },
    tryAgain: async () => {
      const open = sheet.value
      if (open !== null) await show(scanOf(open.scan.raw, open.scan.source))
    },
    kept: parts.kept,
  }
}

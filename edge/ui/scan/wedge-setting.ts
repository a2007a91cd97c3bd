/** How the scanners of this station type. The defaults read any keyboard wedge that is faster than a hand. */
export interface WedgeSetting {
  /** Keys at most so far apart are a machine's: wedges take 1 to 17 ms, Bluetooth 20 to 30, fast hands 60 to 120. */
  gap_ms: number
  /** A burst ends when nothing came for so long. */
  silence_ms: number
  /** So long after a burst its Enter may still come, and no key may press a button. */
  late_ms: number
  length_min: number
  /** Keys that only a scanner has; with one of them nothing has to be guessed. */
  prefixes: readonly string[]
  suffixes: readonly string[]
  /** What the scanner sends in place of GS; null when it sends GS. */
  separator: string | null
}

export const WEDGE_SETTING: WedgeSetting = {
  gap_ms: 35,
  silence_ms: 60,
  late_ms: 150,
  length_min: 4,
  prefixes: ['F13', '\u0002'],
  suffixes: ['Enter', 'Tab', '\u0003', '\r', '\n', '\t', 'F12'],
  separator: null,
}

const KEY = 'flowviz.scanner'

/** The setting that this tablet keeps; what it does not say is the default. */
export function readWedgeSetting(storage: Pick<Storage, 'getItem'>): WedgeSetting {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '{}')
    return { ...WEDGE_SETTING, ...(kept as Partial<WedgeSetting>) }
  } catch {
    return WEDGE_SETTING
  }
}

export function keepWedgeSetting(storage: Pick<Storage, 'setItem'>, setting: WedgeSetting): void {
  storage.setItem(KEY, JSON.stringify(setting))
}

import Type from 'typebox'
import { LineFramer, type Terminator } from '../protocol/line.ts'
import { parityHolds, printable, textOf } from '../protocol/seven-bit.ts'
import type { Framer } from './protocol.ts'

/** What can be set for a scale that speaks in lines of text. */
export interface TextSettings {
  terminator: Terminator
  decimal_mark: '.' | ','
}

export const TEXT_SETTINGS = {
  terminator: Type.Enum(['crlf', 'cr', 'lf'] as Terminator[], {
    title: 'What ends a line',
    description: 'A setting of the scale; most send CR LF.',
    default: 'crlf',
  }),
  decimal_mark: Type.Enum(['.', ','] as ('.' | ',')[], {
    title: 'Decimal mark',
    description: 'What the scale prints between whole and fraction.',
    default: '.',
  }),
}

/** The ways in which lines of text are set. */
export const TEXT_DIALECTS: readonly Partial<TextSettings>[] = (['.', ','] as const).flatMap(decimal_mark =>
  (['crlf', 'cr', 'lf'] as const).map(terminator => ({ terminator, decimal_mark })),
)

/** Cuts what a scale says into lines; unprintable garbage before a line is left out and counted. */
export class TextFramer implements Framer {
  readonly #noise: (bytes: number) => void
  readonly #lines: LineFramer

  constructor(terminator: Terminator | undefined, noise: (bytes: number) => void) {
    this.#noise = noise
    this.#lines = new LineFramer({ mask7: true, terminator: terminator ?? 'crlf', noise })
  }

  reset(synced: boolean): void {
    this.#lines.reset(synced)
  }

  push(chunk: Uint8Array): Uint8Array[] {
    return this.#lines.push(chunk).map(line => {
      const start = Math.max(0, line.findIndex(printable))
      if (start > 0) this.#noise(start)
      return line.slice(start)
    })
  }
}

/** The text of a line without its end; null when something unprintable stands inside, or a parity that fits no other. */
export function lineText(frame: Uint8Array): string | null {
  let end = frame.length
  while (end > 0 && [0x0d, 0x0a].includes(frame[end - 1]! & 0x7f)) end--
  return parityHolds(frame) ? textOf(frame.subarray(0, end)) : null
}

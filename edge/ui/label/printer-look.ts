import type { Mark } from '@flowviz/contract/screen/mark'
import type { Printer } from './printer-choice.ts'
import { say } from './words.ts'

/** How a printer stands, in a word. */
export function printerMark({ state, trouble }: Pick<Printer, 'state' | 'trouble'>): Mark {
  if (state === 'trouble') return { tone: 'alarm', word: say(trouble ?? 'trouble') }
  if (state === 'unknown') return { tone: 'stale', word: say('unknown') }
  return { tone: 'ok', word: say(state) }
}

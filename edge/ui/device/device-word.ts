import { deviceMark, type Mark } from '@flowviz/contract/screen/mark'
import { troubleWords } from '../word/trouble-word.ts'
import type { Device } from './device-state.ts'
import { say } from './words.ts'

/** How a device's state is shown on the floor: the shared tone, with a word in the language of the moment. */
export function deviceWord(state: Device['state']): Mark {
  return { tone: deviceMark(state).tone, word: say(state) }
}

/** What is wrong with a device and what to do. Its reason is a code of the error table, or one that only a gateway knows. */
export function deviceDetail({ reason, detail }: Pick<Device, 'reason' | 'detail'>): string {
  const { title, hint } = troubleWords({ code: reason, title: detail, hint: '' })
  return hint === '' ? title : `${title} ${hint}`
}

import { deviceMark, type Mark } from '@flowviz/contract/screen/mark'
import { reasonText } from '../word/said.ts'
import { troubleWords } from '../word/trouble-word.ts'
import { words } from '../word/words.ts'
import type { Device } from './device-state.ts'

/** Apart from the other words of the devices: a fault is told at every address. */
const say = words(
  {
    faulted: 'Fault',
    late: 'Late',
    connecting: 'Connecting',
    stopped: 'Stopped',
    ok: 'OK',
    not_monitored: 'Not monitored',
  },
  {
    faulted: 'Avería',
    late: 'Con retraso',
    connecting: 'Conectando',
    stopped: 'Parado',
    ok: 'Bien',
    not_monitored: 'Sin vigilancia',
  },
)

/** How a device's state is shown on the floor: the shared tone, with a word in the language of the moment. */
export function deviceWord(state: Device['state']): Mark {
  return { tone: deviceMark(state).tone, word: say(state) }
}

/** What is wrong with a device and what to do. Its reason is a code of the error table or one of devices alone. */
export function deviceDetail({ reason, detail }: Pick<Device, 'reason' | 'detail'>): string {
  const own = reasonText(reason)
  if (own !== null) return own
  const { title, hint } = troubleWords({ code: reason, title: detail, hint: '' })
  return hint === '' ? title : `${title} ${hint}`
}

const sayChannel = words(
  { temperature: 'temperature', humidity: 'humidity', weight: 'weight' },
  { temperature: 'temperatura', humidity: 'humedad', weight: 'peso' },
)

/** What a channel measures; one that the plant named itself keeps that name. */
export const channelWord = (channel: string): string =>
  channel === 'temperature' || channel === 'humidity' || channel === 'weight' ? sayChannel(channel) : channel

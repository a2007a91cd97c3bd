import type { BadReason } from '@flowviz/contract/quality'
import { type Exact, exactOf } from './modbus-registers.ts'

/** A telegram of the Weihenstephan Standards: word, tag and value, little-endian. */
export const TELEGRAM_LENGTH = 8

/** Commands that change nothing. Writing is left out on purpose: machines ask nobody who they are. */
const NOOP = 1
const READ = 2

const ALIVE = 0xffff
/** What a machine answers instead of a value. */
const REFUSALS: Readonly<Record<number, { reason: BadReason; detail: string }>> = {
  34952: { reason: 'device_exception', detail: 'The value was not written.' },
  39321: { reason: 'device_exception', detail: 'The machine has no memory left.' },
  43690: { reason: 'config_error', detail: 'The machine does not know the command.' },
  48059: { reason: 'config_error', detail: 'The machine does not allow it.' },
  52428: { reason: 'busy', detail: 'The machine is overloaded.' },
  56797: { reason: 'config_error', detail: 'The machine has no such tag.' },
  61166: { reason: 'config_error', detail: 'The list is not plausible.' },
}

/** What one telegram of a machine says. `noise` is one that the standard does not know. */
export type Telegram =
  | { kind: 'value'; tag: number; bits: number }
  | { kind: 'alive' }
  | { kind: 'refused'; tag: number; reason: BadReason; detail: string }
  | { kind: 'noise' }

/** Asks for one value: a counter, a state, a measured one. */
export const readQuestion = (tag: number): Uint8Array => telegramOf(READ, tag)

/** Asks whether the machine is there. */
export const aliveQuestion = (): Uint8Array => telegramOf(NOOP, 0)

/**
 * Reads one telegram; never throws. The first word of an answer is 0, or the command that it answers, for success.
 * A machine answers in turn, but only the tag proves what was answered: compare it.
 */
export function decodeTelegram(bytes: Uint8Array): Telegram {
  if (bytes.length !== TELEGRAM_LENGTH) return { kind: 'noise' }
  const view = new DataView(bytes.buffer, bytes.byteOffset, TELEGRAM_LENGTH)
  const [word, tag, bits] = [view.getUint16(0, true), view.getUint16(2, true), view.getUint32(4, true)]
  if (word === ALIVE) return tag === 0 && bits === 0 ? { kind: 'alive' } : { kind: 'noise' }
  const refusal = REFUSALS[word]
  if (refusal !== undefined) return { kind: 'refused', tag, ...refusal }
  return word === 0 || word === READ ? { kind: 'value', tag, bits } : { kind: 'noise' }
}

/** The value of a tag, exactly; null for a float that is no number. PDACONFIG.XML of the machine names its type. */
export function valueIn(bits: number, type: 'uint32' | 'int32' | 'float32'): Exact | null {
  return exactOf([bits >>> 16, bits & 0xffff], type)
}

function telegramOf(command: number, tag: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(TELEGRAM_LENGTH))
  view.setUint16(0, command, true)
  view.setUint16(2, tag, true)
  return new Uint8Array(view.buffer)
}

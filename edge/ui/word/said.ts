import type { Said } from '@flowviz/contract/said'
import { signal } from '@preact/signals'

type Speaker = typeof import('./speak.ts')

const speaker = signal<Speaker | null>(null)

/**
 * Fetches what says the sentences of the server in each language. The frame waits for it where English will not do, so
 * that the first alarm is right at once; a tablet that cannot has the words of the server, and tries again.
 */
export async function loadSaid(): Promise<void> {
  if (speaker.peek() !== null) return
  const loaded = await import('./speak.ts').catch(() => null)
  if (loaded !== null) speaker.value = loaded
}

function spoken(): Speaker | null {
  if (speaker.value === null) void loadSaid()
  return speaker.value
}

/**
 * A sentence of the server in the language of the moment. Words of a person, and what an earlier or a newer appliance
 * says, stand as they came.
 */
export function saidText(text: string, said: Said | null | undefined): string {
  return said == null ? text : (spoken()?.speak(said) ?? text)
}

/** Why a device gives nothing, by a reason of devices alone; null where the words of the appliance have to do. */
export const reasonText = (reason: string): string | null => spoken()?.speakReason(reason) ?? null

import type { Trouble } from '@flowviz/contract/screen/trouble'
import { signal } from '@preact/signals'
import type { TroubleWords } from './es/words-of.ts'
import { language } from './language.ts'
import { pseudo } from './pseudo.ts'
import { words } from './words.ts'

const say = words(
  {
    unreachable_title: 'The FlowViz server does not answer.',
    unreachable_hint: 'Check the Wi-Fi of this tablet. What you entered is kept.',
  },
  {
    unreachable_title: 'El servidor FlowViz no responde.',
    unreachable_hint: 'Revise el Wi-Fi de esta tableta. Lo que introdujo está guardado.',
  },
)

const spanish = signal<Readonly<Record<string, TroubleWords>> | null>(null)

/**
 * Fetches the Spanish of the refusals, so that the next one is shown in it at once. A tablet that cannot has the words
 * of the server, and tries again at the next refusal.
 */
export async function loadTroubles(): Promise<void> {
  if (spanish.peek() !== null) return
  const loaded = await import('./trouble-es.ts').catch(() => null)
  if (loaded !== null) spanish.value = loaded.TROUBLES_ES
}

/**
 * Title and hint of a refusal, of the appliance or of an entry of the queue, in the language of the moment; one that a
 * newer server gives keeps the server's own words.
 */
export function troubleWords(trouble: Pick<Trouble, 'title' | 'hint'> & { code: string }): TroubleWords {
  if (trouble.code === 'unreachable') return { title: say('unreachable_title'), hint: say('unreachable_hint') }
  const own = { title: trouble.title, hint: trouble.hint }
  switch (language.value) {
    case 'es':
      void loadTroubles()
      return spanish.value?.[trouble.code] ?? own
    case 'en-XA':
      return { title: pseudo(own.title), hint: pseudo(own.hint) }
    default:
      return own
  }
}

/**
 * What exactly was refused, as well as this language can say it: the detail is the server's own English, so that in
 * another language the title has to do.
 */
export function troubleSentence(trouble: Pick<Trouble, 'title' | 'detail' | 'hint'> & { code: string }): string {
  const { title } = troubleWords(trouble)
  return title === trouble.title && trouble.detail !== '' ? trouble.detail : title
}

import type { Trouble } from '@flowviz/contract/screen/trouble'
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

/** Title and hint of a trouble in the language of the moment; a refusal that has no translation keeps the server's own words. */
export function troubleWords(trouble: Pick<Trouble, 'code' | 'title' | 'hint'>): { title: string; hint: string } {
  if (trouble.code === 'unreachable') return { title: say('unreachable_title'), hint: say('unreachable_hint') }
  return { title: trouble.title, hint: trouble.hint }
}

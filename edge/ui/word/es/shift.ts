import type { SHIFT } from '@flowviz/contract/code/shift'
import type { WordsOf } from './words-of.ts'

export const SHIFT_ES: WordsOf<typeof SHIFT> = {
  handover_for_another: {
    title: 'La entrega de turno es para otra persona.',
    hint: 'La acepta la persona nombrada; si no hay, cualquiera menos quien la entregó.',
  },
}

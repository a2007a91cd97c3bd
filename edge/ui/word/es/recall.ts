import type { RECALL } from '@flowviz/contract/code/recall'
import type { WordsOf } from './words-of.ts'

export const RECALL_ES: WordsOf<typeof RECALL> = {
  recall_empty: {
    title: 'Nada en esta planta corresponde a lo que se retira.',
    hint: 'Revise los códigos y las horas.',
  },
  lot_not_recalled: { title: 'El lote no es de esta retirada.', hint: 'Déjelo donde está y escanee el siguiente.' },
  recall_unnotified: {
    title: 'No se ha avisado a todos los clientes.',
    hint: 'Avise a los que faltan, o diga por qué no se puede.',
  },
  recall_unexplained: {
    title: 'El balance de la retirada está fuera de su meta.',
    hint: 'Busque la cantidad que falta, o dé una explicación.',
  },
}

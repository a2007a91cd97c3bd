import type { PACK } from '@flowviz/contract/code/pack'
import type { WordsOf } from './words-of.ts'

export const PACK_ES: WordsOf<typeof PACK> = {
  pack_too_large: {
    title: 'El paquete tendría más registros de los que caben en un archivo.',
    hint: 'Pida menos tiempo, un solo lote o una sola producción.',
  },
  pack_not_made: { title: 'El paquete aún no está hecho.', hint: 'Espere; la lista dice cuánto falta.' },
  pack_cancelled: { title: 'El paquete se anuló antes de estar hecho.', hint: 'Pídalo de nuevo si hace falta.' },
  pack_gone: {
    title: 'El archivo del paquete ya no se guarda.',
    hint: 'Pídalo de nuevo: los registros siguen todos ahí.',
  },
  packs_busy: { title: 'Demasiados paquetes esperan.', hint: 'Espere a que termine uno y pídalo de nuevo.' },
}

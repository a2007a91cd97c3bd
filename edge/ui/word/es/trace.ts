import type { TRACE } from '@flowviz/contract/code/trace'
import type { WordsOf } from './words-of.ts'

export const TRACE_ES: WordsOf<typeof TRACE> = {
  trace_too_large: {
    title:
      'La traza llega a más lotes de los que caben en una respuesta; no se muestra ninguno, porque una parte parecería el todo.',
    hint: 'Trace en un solo sentido, o empiece más cerca de lo que busca.',
  },
  lot_ambiguous: { title: 'Lotes de varios orígenes llevan este código.', hint: 'Elija cuál es, por su origen.' },
  read_busy: { title: 'Demasiadas trazas y exportaciones esperan.', hint: 'Inténtelo de nuevo en unos segundos.' },
  read_timed_out: { title: 'La respuesta tardó más de lo permitido y se cortó.', hint: 'Pida menos de una vez.' },
}

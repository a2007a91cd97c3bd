import type { MASTER } from '@flowviz/contract/code/master'
import type { WordsOf } from './words-of.ts'

export const MASTER_ES: WordsOf<typeof MASTER> = {
  gtin_invalid: { title: 'El dígito de control del GTIN o GLN está mal.', hint: 'Compare cada cifra con la etiqueta.' },
  location_circle: {
    title: 'Un lugar no puede estar dentro de sí mismo.',
    hint: 'Indique la sala que lo rodea, o ninguna.',
  },
  limits_invalid: { title: 'El límite inferior está por encima del superior.', hint: 'Ponga los límites en orden.' },
  recipe_invalid: { title: 'La receta se contradice.', hint: 'La respuesta nombra cada cosa por corregir.' },
  plan_invalid: { title: 'El plan de control se contradice.', hint: 'La respuesta nombra cada cosa por corregir.' },
  monitor_invalid: {
    title: 'El punto de vigilancia se contradice.',
    hint: 'La respuesta nombra cada cosa por corregir.',
  },
}

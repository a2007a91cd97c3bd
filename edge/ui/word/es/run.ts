import type { RUN } from '@flowviz/contract/code/run'
import type { WordsOf } from './words-of.ts'

export const RUN_ES: WordsOf<typeof RUN> = {
  run_code_taken: {
    title: 'Ya existe en esta planta una producción con este código.',
    hint: 'Deje el código vacío para recibir uno nuevo, o elija otro.',
  },
  run_empty: {
    title: 'Aún no ha entrado nada en esta producción.',
    hint: 'Ponga primero el material y pese después lo que sale.',
  },
  recipe_mismatch: {
    title: 'La receta de esta producción no lleva ese material.',
    hint: 'Tome un lote de un producto de la receta.',
  },
  recipe_exceeded: {
    title: 'Es más de este material de lo que permite la receta.',
    hint: 'Lo que sobra se queda donde está.',
  },
  balance_unexplained: {
    title: 'El balance de la producción no cuadra.',
    hint: 'Pese lo que falta como merma, muestra o pérdida, o explíquelo y fírmelo.',
  },
}

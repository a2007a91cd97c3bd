import { words } from '../word/words.ts'

/** The words that stand at every address; the others come with the notice itself. */
export const sayBar = words(
  {
    recall: 'RECALL',
    drill: 'DRILL',
    bar: { one: '{word}: {n} lot to find', other: '{word}: {n} lots to find' },
    bar_back: 'comes back at {time}',
    bar_help: 'stays while you call for help',
    bar_locked: 'Sign in to look for them.',
    resume: 'Look for them now',
  },
  {
    recall: 'RETIRADA',
    drill: 'SIMULACRO',
    bar: { one: '{word}: {n} lote por encontrar', other: '{word}: {n} lotes por encontrar' },
    bar_back: 'vuelve a las {time}',
    bar_help: 'sigue mientras pide ayuda',
    bar_locked: 'Inicie sesión para buscarlos.',
    resume: 'Buscarlos ahora',
  },
)

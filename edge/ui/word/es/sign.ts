import type { SIGN } from '@flowviz/contract/code/sign'
import type { WordsOf } from './words-of.ts'

export const SIGN_ES: WordsOf<typeof SIGN> = {
  signature_missing: { title: 'Esto hay que firmarlo.', hint: 'Firme con su PIN.' },
  signature_refused: {
    title: 'La firma no se aceptó.',
    hint: 'Firme como la persona que ha entrado, con su propio PIN.',
  },
  second_person_missing: {
    title: 'Para esto hace falta una segunda persona.',
    hint: 'Lo hace alguien distinto de la primera.',
  },
  training_missing: {
    title: 'No tiene formación vigente para esto.',
    hint: 'Pida al encargado que le forme y lo registre.',
  },
  policy_unacknowledged: {
    title: 'Aún no ha aceptado que su firma le obliga.',
    hint: 'Acéptelo una vez y firme de nuevo.',
  },
}

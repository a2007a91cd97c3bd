import type { PERSON } from '@flowviz/contract/code/person'
import type { WordsOf } from './words-of.ts'

export const PERSON_ES: WordsOf<typeof PERSON> = {
  person_not_found: { title: 'No hay tal persona en esta planta.', hint: 'Elija a alguien de la lista.' },
  name_taken: {
    title: 'Alguien activo ya entra con este nombre.',
    hint: 'Elija otro nombre, o dé de baja primero a la otra persona.',
  },
  admin_last: {
    title: 'Es el último administrador activo.',
    hint: 'Dé primero a otra persona la función de administrador.',
  },
  badge_taken: { title: 'Esta tarjeta es de alguien.', hint: 'Quítesela primero, o use otra tarjeta.' },
  secret_weak: {
    title: 'Este PIN es de los que todos prueban primero.',
    hint: 'Elija otro: ni uno conocido, ni el nombre, ni el anterior.',
  },
  secret_change_needed: {
    title: 'Su PIN lo puso otra persona y hay que cambiarlo primero.',
    hint: 'Cambie su PIN y siga después.',
  },
  step_up_needed: { title: 'Para esto hace falta su PIN otra vez.', hint: 'Introduzca su PIN de nuevo.' },
}

import { words } from '../word/words.ts'

/** How far headquarters is, in words. */
export const say = words(
  {
    title: 'Headquarters',
    alone: 'Works alone',
    refuses: 'Headquarters refuses',
    unreachable: 'Headquarters is not reached',
    never: 'Not sent yet',
    all_sent: 'Has everything',
    connecting: 'Connecting',
    not_reached: 'Server not reached',
    waiting: { one: '{n} waits · oldest {age}', other: '{n} wait · oldest {age}' },
    last: 'Last answer {time}',
  },
  {
    title: 'Central',
    alone: 'Trabaja sola',
    refuses: 'La central rechaza',
    unreachable: 'No se alcanza la central',
    never: 'Aún no enviado',
    all_sent: 'Lo tiene todo',
    connecting: 'Conectando',
    not_reached: 'Servidor no alcanzado',
    waiting: { one: '{n} espera · desde hace {age}', other: '{n} esperan · desde hace {age}' },
    last: 'Última respuesta {time}',
  },
)

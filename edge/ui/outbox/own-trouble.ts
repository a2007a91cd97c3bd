import { words } from '../word/words.ts'
import type { OutboxTrouble } from './outbox.ts'

const say = words(
  {
    store_full: 'This tablet has no room left.',
    store_full_hint:
      'The last entry was not kept. Let the waiting ones be sent, then enter it again; call a technician.',
    store_lost: 'This tablet cannot write to its own store.',
    store_lost_hint: 'The last entry was not kept. Reload the page; if it says so again, use another tablet.',
    store_newer: 'Another window of this tablet runs a newer FlowViz.',
    store_newer_hint: 'Reload this page.',
    store_blocked: 'Another window of this tablet keeps the store in use.',
    store_blocked_hint: 'Close the other windows of FlowViz on this tablet.',
    tablet_refused: 'The server does not take the entries of this tablet.',
    tablet_refused_hint: 'They are kept here. Call a technician: the tablet has to be set up again.',
    nobody_signed_in: 'Nobody is signed in at this tablet.',
    nobody_signed_in_hint: 'Sign in, then enter it again.',
  },
  {
    store_full: 'Esta tableta no tiene espacio.',
    store_full_hint:
      'La última entrada no se guardó. Deje que se envíen las que esperan y vuelva a introducirla; llame a un técnico.',
    store_lost: 'Esta tableta no puede escribir en su almacén.',
    store_lost_hint: 'La última entrada no se guardó. Recargue la página; si se repite, use otra tableta.',
    store_newer: 'Otra ventana de esta tableta tiene un FlowViz más nuevo.',
    store_newer_hint: 'Recargue esta página.',
    store_blocked: 'Otra ventana de esta tableta tiene ocupado el almacén.',
    store_blocked_hint: 'Cierre las otras ventanas de FlowViz en esta tableta.',
    tablet_refused: 'El servidor no acepta las entradas de esta tableta.',
    tablet_refused_hint: 'Están guardadas aquí. Llame a un técnico: hay que configurar la tableta de nuevo.',
    nobody_signed_in: 'Nadie tiene la sesión abierta en esta tableta.',
    nobody_signed_in_hint: 'Inicie sesión y vuelva a introducirla.',
  },
)

/** What keeps the queue from being kept or taken, in the language of the moment in which it is read. */
export function ownTrouble(code: OutboxTrouble['code']): OutboxTrouble {
  return {
    code,
    get title() {
      return say(code)
    },
    get hint() {
      return say(`${code}_hint`)
    },
  }
}

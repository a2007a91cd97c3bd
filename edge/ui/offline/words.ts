import { words } from '../word/words.ts'

/** Words of what this tablet can do without the appliance, and of its updates. */
export const say = words(
  {
    ready: 'Ready for offline',
    ready_sentence: 'This tablet goes on working without the server.',
    installing: 'Getting ready for offline',
    installing_sentence: 'Stay on the Wi-Fi for a moment. Until then this tablet needs the server.',
    update_waiting: 'Newer screen waits',
    update_waiting_sentence: 'It comes by itself when the screen is locked and everything is sent.',
    insecure: 'Not safe for offline',
    insecure_sentence:
      'This page has no certificate that the tablet trusts, so it cannot work without the server. Ask the technician to set the tablet up.',
    unsupported: 'Browser too old',
    unsupported_sentence: 'This browser cannot work without the server. Ask the technician for a current Chrome.',
    switched_off: 'Offline is switched off',
    switched_off_sentence: 'The server has switched it off for now. Until then this tablet needs the server.',
    demanded: 'A newer screen is needed.',
    demanded_next: 'Finish what you are doing, then lock the screen: the newer one comes by itself. Nothing is lost.',
    lock: 'Lock now',
  },
  {
    ready: 'Listo sin conexión',
    ready_sentence: 'Esta tableta sigue funcionando sin el servidor.',
    installing: 'Preparando el uso sin conexión',
    installing_sentence: 'Quédese un momento en la Wi-Fi. Hasta entonces esta tableta necesita el servidor.',
    update_waiting: 'Espera una pantalla más nueva',
    update_waiting_sentence: 'Llega sola cuando la pantalla está bloqueada y todo se ha enviado.',
    insecure: 'No es segura sin conexión',
    insecure_sentence:
      'Esta página no tiene un certificado en el que la tableta confíe, así que no puede funcionar sin el servidor. Pida al técnico que configure la tableta.',
    unsupported: 'Navegador demasiado antiguo',
    unsupported_sentence: 'Este navegador no puede funcionar sin el servidor. Pida al técnico un Chrome actual.',
    switched_off: 'Uso sin conexión apagado',
    switched_off_sentence: 'El servidor lo ha apagado por ahora. Hasta entonces esta tableta necesita el servidor.',
    demanded: 'Hace falta una pantalla más nueva.',
    demanded_next: 'Termine lo que está haciendo y bloquee la pantalla: la nueva llega sola. No se pierde nada.',
    lock: 'Bloquear ahora',
  },
)

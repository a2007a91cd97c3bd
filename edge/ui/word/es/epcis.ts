import type { EPCIS } from '@flowviz/contract/code/epcis'
import type { WordsOf } from './words-of.ts'

export const EPCIS_ES: WordsOf<typeof EPCIS> = {
  epcis_invalid: { title: 'Esto no es EPCIS 2.0, o algo en él está mal.', hint: 'Corrija lo que nombra la respuesta.' },
  epcis_event_known: {
    title: 'Este evento ya se había recibido.',
    hint: 'No hay que hacer nada: se guarda una sola vez.',
  },
  epcis_event_not_found: {
    title: 'Aquí no se conoce ningún evento EPCIS con ese identificador.',
    hint: 'Pregunte con el identificador completo.',
  },
  epcis_capture_not_found: {
    title: 'No hubo tal captura.',
    hint: 'Use la dirección que dio la respuesta a la captura.',
  },
}

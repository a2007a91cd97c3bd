import type { TLS } from '@flowviz/contract/code/tls'
import type { WordsOf } from './words-of.ts'

export const TLS_ES: WordsOf<typeof TLS> = {
  tls_required: {
    title: 'Este puerto solo explica cómo llegar a la dirección segura.',
    hint: 'Abra la dirección segura (https) del servidor.',
  },
  certificate_unfit: { title: 'El certificado y su clave no se pueden usar.', hint: 'Avise a un técnico.' },
}

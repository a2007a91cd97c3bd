import type { RECORD } from '@flowviz/contract/code/record'
import type { WordsOf } from './words-of.ts'

export const RECORD_ES: WordsOf<typeof RECORD> = {
  attachment_invalid: {
    title: 'El archivo no es lo que dice ser.',
    hint: 'Envíe una foto JPEG, PNG o WebP, un PDF o un texto.',
  },
  attachment_not_found: {
    title: 'Aquí no se guarda ese documento o foto.',
    hint: 'Mire la lista de adjuntos del registro.',
  },
  subject_unknown: {
    title: 'Ningún evento de esta planta trata de ese registro.',
    hint: 'Revise de qué registro se trata.',
  },
  record_too_long: {
    title: 'El registro tiene más eventos de los que caben en una impresión.',
    hint: 'Imprima una parte, o expórtelo entero.',
  },
  printer_busy: { title: 'Demasiadas impresiones esperan.', hint: 'Inténtelo de nuevo en unos segundos.' },
}

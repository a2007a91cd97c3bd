import type { PRINT } from '@flowviz/contract/code/print'
import type { WordsOf } from './words-of.ts'

export const PRINT_ES: WordsOf<typeof PRINT> = {
  label_incomplete: {
    title: 'A la etiqueta le faltaría algo que tiene que decir.',
    hint: 'Complete lo que falta: el GTIN del producto, el código de lote o el SSCC.',
  },
  label_too_small: {
    title: 'La etiqueta no cabe en el papel de esta impresora.',
    hint: 'Use una impresora con etiquetas más grandes.',
  },
  label_printed: {
    title: 'Este palé ya tiene su etiqueta.',
    hint: 'Pida una reimpresión y diga por qué: dos palés con un mismo SSCC son un peligro.',
  },
  reprint_reason_missing: { title: 'Una reimpresión necesita un motivo.', hint: 'Diga por qué se imprime de nuevo.' },
  reprint_invalid: {
    title: 'Aquel trabajo imprimió otra etiqueta.',
    hint: 'Elija el trabajo de esta misma etiqueta, o imprima una nueva.',
  },
  print_queue_full: {
    title: 'Demasiados trabajos esperan en esta impresora.',
    hint: 'Mire qué la detiene, cancele trabajos o use otra impresora.',
  },
  scan_unknown: {
    title: 'Nada en esta planta lleva este código.',
    hint: 'Compárelo con lo impreso. Lo que llega se recibe primero.',
  },
}

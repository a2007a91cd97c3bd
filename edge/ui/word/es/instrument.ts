import type { INSTRUMENT } from '@flowviz/contract/code/instrument'
import type { WordsOf } from './words-of.ts'

export const INSTRUMENT_ES: WordsOf<typeof INSTRUMENT> = {
  idle_unsaid: {
    title: 'Nadie ha dicho que el equipo está libre.',
    hint: 'Vacíelo, avise a los operarios y confírmelo.',
  },
  capture_invalid: {
    title: 'El archivo no es una captura que se pueda repetir.',
    hint: 'Use un archivo hecho con la herramienta del técnico.',
  },
  device_unreplayable: {
    title: 'Lo que dice este equipo no va por una línea que se pueda capturar.',
    hint: 'Un técnico lo mira en el registro del gateway.',
  },
}

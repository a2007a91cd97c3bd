import type { FSMA } from '@flowviz/contract/code/fsma'
import type { WordsOf } from './words-of.ts'

export const FSMA_ES: WordsOf<typeof FSMA> = {
  trace_filter_empty: {
    title: 'No se dijo qué registros se piden.',
    hint: 'Indique desde y hasta qué día, o los códigos de lote.',
  },
  trace_file_missing: {
    title: 'El archivo de esta petición no está aquí.',
    hint: 'Espere a que esté hecho; si ya no está, pídalo de nuevo.',
  },
  export_too_large: {
    title: 'Los registros no caben en un archivo.',
    hint: 'Pida menos tiempo, o solo algunos productos o lotes.',
  },
  kde_not_of_record: {
    title: 'El registro no tiene ese dato clave, o el valor no sirve.',
    hint: 'Revise qué datos tiene una recepción, un envío o un lote.',
  },
  time_zone_unknown: {
    title: 'No existe esa zona horaria.',
    hint: 'Use un nombre de la lista IANA, como America/Mexico_City.',
  },
}

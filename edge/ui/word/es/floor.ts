import type { FLOOR } from '@flowviz/contract/code/floor'
import type { WordsOf } from './words-of.ts'

export const FLOOR_ES: WordsOf<typeof FLOOR> = {
  lot_code_taken: {
    title: 'Ya existe en esta planta un lote con este código.',
    hint: 'Deje el código vacío para recibir uno nuevo, o elija otro.',
  },
  lot_not_found: {
    title: 'No hay tal lote en esta planta.',
    hint: 'Revise el código; un lote de otra planta se encuentra en la central.',
  },
  quantity_invalid: {
    title: 'La cantidad no es un número positivo en una unidad conocida.',
    hint: 'Introduzca por ejemplo 12.500 kg.',
  },
  weight_missing: {
    title: 'Un lote necesita un peso: de la báscula, o a mano con un motivo.',
    hint: 'Pese de nuevo, o introduzca el peso a mano y diga por qué.',
  },
  weight_ambiguous: { title: 'Un peso es de la báscula o a mano, nunca las dos cosas.', hint: 'Elija una de las dos.' },
  scale_not_found: { title: 'No hay tal báscula en esta planta.', hint: 'Elija una báscula de la lista.' },
  scale_silent: {
    title: 'La báscula no da ninguna lectura reciente.',
    hint: 'Revise el cable y la corriente de la báscula, o introduzca el peso a mano con un motivo.',
  },
  scale_unstable: {
    title: 'La báscula no está estable.',
    hint: 'Espere a que se encienda la luz de estable y pese de nuevo.',
  },
  scale_refused: {
    title: 'La báscula indica un estado que no es un peso.',
    hint: 'Vacíe la báscula, póngala a cero o avise a mantenimiento.',
  },
  device_not_found: { title: 'No hay tal equipo en esta planta.', hint: 'Mire la lista de equipos.' },
}

import type { PLANT } from '@flowviz/contract/code/plant'
import type { WordsOf } from './words-of.ts'

export const PLANT_ES: WordsOf<typeof PLANT> = {
  record_not_found: {
    title: 'No hay tal registro en esta planta.',
    hint: 'Revise el código; puede ser de otra planta o de otra clase.',
  },
  state_wrong: {
    title: 'Esto no se puede hacer en el estado en que está.',
    hint: 'Haga primero el paso anterior, o mire si ya está hecho.',
  },
  lot_held: { title: 'El lote está retenido.', hint: 'Déjelo donde está; un encargado decide sobre la retención.' },
  lot_unusable: { title: 'El lote no se puede usar.', hint: 'Tome otro lote; el estado de este dice por qué.' },
  lot_expired: {
    title: 'El lote pasó su último día.',
    hint: 'Tome otro lote; un encargado decide qué se hace con este.',
  },
  gate_missing: {
    title: 'El lote no ha pasado el control que hace falta para esto.',
    hint: 'Decida primero ese control.',
  },
  stock_insufficient: {
    title: 'No hay tanto de este lote en ese lugar.',
    hint: 'Cuente lo que hay y pida que se corrija si está mal.',
  },
  quantity_count_missing: {
    title: 'Un lote que se cuenta necesita también el número de piezas.',
    hint: 'Introduzca las piezas además del peso.',
  },
  lot_in_use: {
    title: 'El lote ya se usó, así que no se puede anular.',
    hint: 'Anule o corrija primero lo que se hizo con él.',
  },
  genealogy_cycle: {
    title: 'Un lote no puede estar hecho de lo que se hizo con él.',
    hint: 'Revise el sentido; lo que se reprocesa es un lote nuevo.',
  },
  location_unfit: {
    title: 'Este lugar no admite ese producto.',
    hint: 'Está lleno, fuera de uso o no es para retenidos: elija otro lugar.',
  },
  lane_order: {
    title: 'Otro lote tiene que salir antes de este carril.',
    hint: 'Tome primero el que toca, o dé un motivo para saltarlo.',
  },
  reason_missing: { title: 'Esto necesita un motivo.', hint: 'Elija o escriba un motivo.' },
  allergen_conflict: {
    title: 'El material tiene un alérgeno que el producto no declara.',
    hint: 'No lo use aquí: tome otro material u otra receta.',
  },
}

import type { STOCK } from '@flowviz/contract/code/stock'
import type { WordsOf } from './words-of.ts'

export const STOCK_ES: WordsOf<typeof STOCK> = {
  place_ambiguous: { title: 'El producto está en varios lugares y no se dijo en cuál.', hint: 'Elija el lugar.' },
  lots_unlike: {
    title: 'Estos lotes no pueden ser un solo lote.',
    hint: 'Una solo lotes del mismo producto, tipo y plan.',
  },
  sscc_invalid: { title: 'Esto no es un SSCC.', hint: 'Escanéelo de nuevo: 18 cifras.' },
  sscc_taken: { title: 'Otro palé tiene este SSCC.', hint: 'Revise la etiqueta: un SSCC no se usa dos veces.' },
  sscc_block_missing: {
    title: 'La planta no tiene números SSCC.',
    hint: 'Un encargado los pone en los ajustes; o escanee el SSCC de una etiqueta impresa.',
  },
  sscc_block_used_up: {
    title: 'Los números SSCC se han acabado.',
    hint: 'Un encargado pone el bloque siguiente en los ajustes.',
  },
  sscc_block_invalid: {
    title: 'Ningún SSCC puede llevar esos números.',
    hint: 'Un encargado corrige el bloque en los ajustes.',
  },
  supplier_unapproved: {
    title: 'De esta empresa no se recibe: no es proveedor aprobado.',
    hint: 'Deje la mercancía en el muelle; un encargado aprueba al proveedor, o se devuelve.',
  },
  party_unfit: {
    title: 'Esta empresa no es lo que tiene que ser aquí.',
    hint: 'Elija un cliente o un transportista activo.',
  },
  kde_missing: { title: 'Falta un dato clave de trazabilidad.', hint: 'Complete los datos que faltan.' },
  shipment_blocked: {
    title: 'Algo del envío no puede salir.',
    hint: 'Mire qué lotes lo impiden y por qué; no ha salido nada.',
  },
}

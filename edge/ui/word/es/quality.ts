import type { QUALITY } from '@flowviz/contract/code/quality'
import type { WordsOf } from './words-of.ts'

export const QUALITY_ES: WordsOf<typeof QUALITY> = {
  gate_unknown: {
    title: 'El plan de este lote o producción no tiene ese control.',
    hint: 'Elija un control del plan.',
  },
  gate_out_of_order: { title: 'El control anterior no está pasado.', hint: 'Decida primero el control anterior.' },
  gate_passed_already: {
    title: 'Este control ya está pasado.',
    hint: 'Para repetirlo dé un motivo; lo pasa otra persona.',
  },
  gate_failed_already: { title: 'Este control ya falló.', hint: 'Para repetirlo dé un motivo; lo pasa otra persona.' },
  gate_unwaivable: { title: 'Este control no se puede omitir.', hint: 'Un punto crítico se controla siempre.' },
  value_invalid: {
    title: 'Un valor no corresponde a su control.',
    hint: 'Introduzca el valor en la unidad de sus límites.',
  },
  value_missing: { title: 'Falta un valor que este control necesita.', hint: 'Introduzca todos los valores.' },
  value_out_of_limit: {
    title: 'Un control no se pasa con un valor fuera de límites.',
    hint: 'Retenga o rechace, o mida de nuevo.',
  },
  instrument_unfit: {
    title: 'Este instrumento no se puede usar aquí.',
    hint: 'Use uno registrado, en servicio y de la clase que pide el control.',
  },
  calibration_overdue: {
    title: 'La calibración de este instrumento está vencida.',
    hint: 'Use otro o calíbrelo; si no hay, dé un motivo con un testigo.',
  },
  deviation_unsafe: {
    title: 'Los lotes de una desviación solo se liberan si se evaluó como segura.',
    hint: 'Evalúe primero la desviación, o decida otra cosa.',
  },
  record_changed: {
    title: 'Un registro no es lo que era cuando se escribió.',
    hint: 'Pare y avise a un técnico; él verifica el libro de registros.',
  },
}

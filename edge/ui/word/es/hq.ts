import type { HQ } from '@flowviz/contract/code/hq'
import type { WordsOf } from './words-of.ts'

export const HQ_ES: WordsOf<typeof HQ> = {
  cloud_unreachable: {
    title: 'La central no contesta.',
    hint: 'No se pierde nada: la planta sigue y envía más tarde. Un técnico revisa la red.',
  },
  box_unknown: {
    title: 'Este servidor no está dado de alta para esa planta.',
    hint: 'Un técnico lo da de alta con un código de la central.',
  },
  box_revoked: {
    title: 'Este servidor ha sido dado de baja.',
    hint: 'Pregunte a la central; aquí se sigue trabajando.',
  },
  site_mismatch: {
    title: 'Un servidor solo envía los registros de su propia planta.',
    hint: 'Un técnico revisa el identificador de la planta.',
  },
  digest_mismatch: { title: 'Lo enviado no es lo que se firmó.', hint: 'Se envía otra vez.' },
  token_replayed: {
    title: 'Este permiso ya se usó.',
    hint: 'Se firma uno nuevo para cada petición; inténtelo de nuevo.',
  },
  claim_invalid: { title: 'El código de alta es desconocido, usado o caducado.', hint: 'Pida uno nuevo a la central.' },
  batch_invalid: { title: 'El envío no está bien formado.', hint: 'Un técnico actualiza el servidor.' },
  ledger_gap: {
    title: 'Faltan eventos entre lo que hay aquí y este envío.',
    hint: 'Se envía otra vez desde donde falta.',
  },
  ledger_fork: {
    title: 'Esta historia es distinta de la que hay aquí.',
    hint: 'Avise a un técnico; él verifica el libro de registros.',
  },
  chain_broken: {
    title: 'La cadena del envío no cuadra.',
    hint: 'Avise a un técnico; él verifica el libro de registros.',
  },
  checkpoint_invalid: {
    title: 'El punto de control no es de este servidor o no cuadra.',
    hint: 'Avise a un técnico; él verifica el libro de registros.',
  },
  ledger_corrupt: {
    title: 'El libro de registros no se puede verificar.',
    hint: 'Avise enseguida a un técnico; él restaura una copia.',
  },
  restore_impossible: {
    title: 'No se pudo restaurar ninguna copia.',
    hint: 'El detalle dice qué copias se probaron y por qué no valen.',
  },
}

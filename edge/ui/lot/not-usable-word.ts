import { words } from '../word/words.ts'
import type { NotUsable } from './judge-lot.ts'

const say = words(
  {
    held: 'On hold',
    rejected: 'Rejected',
    recalled: 'Recalled',
    rework_only: 'For rework only',
    expired: 'Expired',
    gone: 'Nothing is left of it',
    wrong_gate: 'Not released yet',
    no_plan: 'Its plan is not on this tablet',
  },
  {
    held: 'Retenido',
    rejected: 'Rechazado',
    recalled: 'Retirado del mercado',
    rework_only: 'Solo para reproceso',
    expired: 'Caducado',
    gone: 'No queda nada',
    wrong_gate: 'Aún no liberado',
    no_plan: 'Su plan no está en esta tableta',
  },
)

/** Why a lot may not be used, as a word for a flash or a mark. */
export const notUsableWord = (why: NotUsable): string => say(why)

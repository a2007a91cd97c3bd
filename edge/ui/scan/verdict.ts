import type { Lot } from '@flowviz/contract/lot'
import type { LotStatus } from '@flowviz/contract/lot-word'
import type { Tone as MarkTone } from '@flowviz/contract/screen/mark'
import type { Tone } from '../sound/tone.ts'
import type { Finding } from './finding.ts'
import type { Feedback } from './flash.ts'
import { sayFlash as say } from './flash-words.ts'

type Word = Parameters<typeof say>[0] &
  ('held' | 'rejected' | 'expired' | 'recalled' | 'rework_only' | 'gone' | 'waits' | 'available')

interface Verdict {
  tone: Tone
  mark: MarkTone
  word: Word
}

const VERDICTS: Record<LotStatus, Verdict> = {
  PENDING_QC: { tone: 'ok', mark: 'pending', word: 'waits' },
  AVAILABLE: { tone: 'ok', mark: 'ok', word: 'available' },
  HOLD: { tone: 'forbidden', mark: 'hold', word: 'held' },
  REJECTED: { tone: 'forbidden', mark: 'alarm', word: 'rejected' },
  REWORK_ONLY: { tone: 'forbidden', mark: 'warn', word: 'rework_only' },
  EXPIRED: { tone: 'forbidden', mark: 'alarm', word: 'expired' },
  RECALLED: { tone: 'forbidden', mark: 'alarm', word: 'recalled' },
  DESTROYED: { tone: 'forbidden', mark: 'offline', word: 'gone' },
  RETURNED: { tone: 'forbidden', mark: 'offline', word: 'gone' },
  DIVERTED: { tone: 'forbidden', mark: 'offline', word: 'gone' },
  VOIDED: { tone: 'forbidden', mark: 'offline', word: 'gone' },
}

/** What a lot's status means to a hand that holds it. The appliance judges again when something is done with it. */
export function verdictOf({ status }: Pick<Lot, 'status'>): Verdict {
  return VERDICTS[status]
}

/** What is heard and seen at once when a scan was looked up. */
export function feedbackOf(finding: Finding): Feedback {
  switch (finding.kind) {
    case 'lot': {
      const { tone, word } = verdictOf(finding.lot)
      return { tone, title: finding.lot.lot_code, text: say(word) }
    }
    case 'lots':
      return { tone: 'ok', title: say('several', { n: finding.lots.length }), text: say('choose') }
    case 'handling_unit':
      return { tone: 'ok', title: finding.unit.sscc ?? say('pallet') }
    case 'item':
      return { tone: 'ok', title: finding.item.title }
    case 'location':
      return { tone: 'ok', title: finding.location.title }
    case 'person':
      return { tone: 'ok', title: finding.person.display_name }
    case 'hold':
      return { tone: 'forbidden', title: say('hold'), text: say('held') }
    case 'unknown':
      return unknownFeedback(finding.why, finding.message)
  }
}

function unknownFeedback(why: 'not_known' | 'unfit' | 'offline', message: string | null): Feedback {
  if (why === 'offline') return { tone: 'unknown', title: say('offline') }
  if (why === 'unfit') return { tone: 'unknown', title: say('unfit'), ...(message === null ? {} : { text: message }) }
  return { tone: 'unknown', title: say('unknown') }
}

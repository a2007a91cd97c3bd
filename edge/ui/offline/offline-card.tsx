import type { OfflineStanding } from './offline-state.ts'
import { say } from './words.ts'

const SHOWN = {
  ready: { tone: 'ok', word: 'ready', sentence: 'ready_sentence' },
  installing: { tone: 'pending', word: 'installing', sentence: 'installing_sentence' },
  'update-waiting': { tone: 'pending', word: 'update_waiting', sentence: 'update_waiting_sentence' },
  insecure: { tone: 'warn', word: 'insecure', sentence: 'insecure_sentence' },
  unsupported: { tone: 'warn', word: 'unsupported', sentence: 'unsupported_sentence' },
  'switched-off': { tone: 'warn', word: 'switched_off', sentence: 'switched_off_sentence' },
} as const

/** Whether this tablet goes on without the appliance, and what to do when it does not. */
export function OfflineCard({ standing, short = false }: { standing: OfflineStanding; short?: boolean }) {
  const { tone, word, sentence } = SHOWN[standing]
  return (
    <p class="offline-card" data-standing={standing}>
      <span class="mark" data-tone={tone}>
        {say(word)}
      </span>
      {!short && <span class="sentence">{say(sentence)}</span>}
    </p>
  )
}

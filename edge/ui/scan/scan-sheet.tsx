import { useLocation } from 'preact-iso'
import { FindingCard } from './finding-card.tsx'
import { Overlay } from './overlay.tsx'
import { actionsOf, type ScanAction } from './scan-action.ts'
import type { ScanBus } from './scan-bus.ts'
import { say } from './words.ts'

const HELP = '/help'

/** What a code is that no screen took, and what can be done with it (F5). */
export function ScanSheet({ bus }: { bus: ScanBus }) {
  const { route } = useLocation()
  const sheet = bus.sheet.value
  if (sheet === null) return null
  const { scan, finding } = sheet
  const waiting = bus.kept.scans.value.filter(kept => kept.finding === null).length
  const act = ({ word, href }: ScanAction) => {
    if (word === 'again') return void bus.tryAgain()
    bus.closeSheet()
    route(word === 'call' ? HELP : (href ?? '/'))
  }
  return (
    <Overlay class="scan-sheet" title={say('title')} close={bus.closeSheet}>
      <div class="found" aria-live="polite" aria-busy={finding === null}>
        {finding === null ? <p class="quiet">{say('looking')}</p> : <FindingCard finding={finding} raw={scan.raw} />}
      </div>
      {finding?.kind === 'unknown' && waiting > 0 && <p class="quiet">{say('kept', { n: waiting })}</p>}
      {finding !== null && (
        <ul class="actions">
          {actionsOf(finding).map((action, at) => (
            <li key={`${action.word} ${action.href}`}>
              <button
                type="button"
                class="button"
                data-kind={at === 0 ? 'primary' : undefined}
                onClick={() => act(action)}
              >
                {finding.kind === 'lots' ? finding.lots[at]?.lot_code : say(action.word)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Overlay>
  )
}

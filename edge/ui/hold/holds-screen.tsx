import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { AsOf } from '../part/as-of.tsx'
import { Notice } from '../part/notice.tsx'
import { useScan } from '../scan/use-scan.ts'
import { useBook } from '../shelf/use-book.ts'
import { troubleWords } from '../word/trouble-word.ts'
import { HOLD_FILTERS, type HoldFilter, holdsOn, pendingHolds, soughtHolds } from './hold-list.ts'
import { HoldRows } from './hold-rows.tsx'
import { namesOf } from './name-of.ts'
import { say } from './words.ts'

const NONE = { open_holds: 'none_open', mine: 'none_mine', all_holds: 'none_all' } as const

/** F13: what is held here, why, by whom and for how long. A scan finds the hold of a lot, or begins one. */
export function HoldsScreen() {
  const floor = useFloor()
  const { route } = useLocation()
  const [filter, setFilter] = useState<HoldFilter>('open_holds')
  const kept = useBook(floor.shelf.holds, floor.shelf.stirred)
  useScan(floor.scan.bus, async scan => {
    const finding = await scan.finding()
    if (finding.kind === 'hold') route(`/holds/${finding.hold_id}`)
    else if (finding.kind === 'lot') {
      const [hold] = holdsOn(kept ?? [], finding.lot.lot_id)
      const { lot_code } = finding.lot
      route(hold === undefined ? `/hold?lot=${encodeURIComponent(lot_code)}` : `/holds/${hold.hold_id}`)
    } else return false
    floor.sound.play('ok')
    return true
  })
  const person_id = floor.session.person.value?.id ?? null
  const holds = soughtHolds(kept ?? [], { filter, person_id })
  const pending = pendingHolds(floor.outbox.entries.value ?? [])
  return (
    <Screen
      title={say('holds')}
      class="sheet holds-screen"
      primary={{ word: say('hold_lots'), run: () => route('/hold') }}
    >
      <div class="key-row" role="toolbar" aria-label={say('filter')}>
        {HOLD_FILTERS.map(one => (
          <button key={one} type="button" class="button" aria-pressed={one === filter} onClick={() => setFilter(one)}>
            {say(one)}
          </button>
        ))}
      </div>
      <p class="key-row quiet">
        {say('scan_finds')}
        <AsOf book={floor.shelf.holds} word={time => say('as_of', { time })} />
      </p>
      <Missing isThere={kept !== null} />
      {holds.length === 0 && pending.length === 0 ? (
        kept !== null && <p class="quiet">{say(NONE[filter])}</p>
      ) : (
        <HoldRows holds={holds} pending={pending} now={floor.clock.now.value} nameOf={namesOf(floor)} />
      )}
    </Screen>
  )
}

function Missing({ isThere }: { isThere: boolean }) {
  const { shelf } = useFloor()
  const trouble = shelf.holds.trouble.value
  if (isThere) return null
  if (trouble === null) return <p class="quiet">{say('loading')}</p>
  const { title, hint } = troubleWords(trouble)
  return <Notice title={title} hint={hint} />
}

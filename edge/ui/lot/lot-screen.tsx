import { timeText } from '@flowviz/contract/screen/format'
import { useState } from 'preact/hooks'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { useScan } from '../scan/use-scan.ts'
import { troubleWords } from '../word/trouble-word.ts'
import { knownLotsOf } from './known-lots.ts'
import { FILTERS, type Filter, ROWS_MAX, sought } from './lot-filter.ts'
import { LotRows } from './lot-rows.tsx'
import { say } from './words.ts'

/** The lots of this plant: those of today first, the others behind a filter or a scan. */
export function LotScreen() {
  const floor = useFloor()
  const [filter, setFilter] = useState<Filter>('today')
  const [code, setCode] = useState<string | null>(null)
  useScan(floor.scan.bus, async scan => {
    const finding = await scan.finding()
    if (finding.kind !== 'lot' && finding.kind !== 'lots') return false
    const lots = finding.kind === 'lot' ? [finding.lot] : finding.lots
    setCode(lots.length === 1 ? lots[0]!.lot_code : (finding.label?.lot ?? scan.raw.trim()))
    floor.sound.play('ok')
    return true
  })
  const all = knownLotsOf(floor).value
  const now = floor.clock.now.value
  const person_id = floor.session.person.value?.id ?? null
  const lots = sought(all ?? [], { filter, code, person_id, now })
  return (
    <Screen title={say('lots')} class="sheet lots-screen">
      <div class="key-row" role="toolbar" aria-label={say('filter')}>
        {FILTERS.map(one => (
          <button
            key={one}
            type="button"
            class="button"
            aria-pressed={code === null && filter === one}
            onClick={() => {
              setFilter(one)
              setCode(null)
            }}
          >
            {say(one)}
          </button>
        ))}
      </div>
      <p class="key-row quiet">
        {code === null ? say('search_scan') : say('found', { code })}
        <span>
          {lots.length > ROWS_MAX
            ? say('shown_max', { n: ROWS_MAX, all: lots.length })
            : say('shown', { n: lots.length })}
        </span>
        <AsOf />
      </p>
      <Trouble />
      {all === null ? (
        <p class="quiet">{say('loading')}</p>
      ) : lots.length === 0 ? (
        <p class="quiet">{say(filter === 'today' && code === null ? 'none_today' : 'none_here')}</p>
      ) : (
        <LotRows lots={lots.slice(0, ROWS_MAX)} now={now} nameOf={floor.devices.nameOf} />
      )}
    </Screen>
  )
}

/** How old the list is, while the appliance is away. */
function AsOf() {
  const { away, shelf } = useFloor()
  const as_of = shelf.lots.kept.value?.as_of
  if (away.value === null || as_of === undefined) return null
  return (
    <span class="mark" data-tone="stale">
      {say('as_of', { time: timeText(as_of) })}
    </span>
  )
}

function Trouble() {
  const { away, lots } = useFloor()
  const trouble = lots.trouble.value
  if (trouble === null || away.value !== null) return null
  const { title, hint } = troubleWords(trouble)
  return (
    <div class="notice" data-tone="alarm" role="alert">
      <b>{title}</b>
      <span class="next">{hint}</span>
    </div>
  )
}

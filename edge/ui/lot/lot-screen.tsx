import { dayText } from '@flowviz/contract/screen/format'
import { useMemo, useState } from 'preact/hooks'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { AsOf } from '../part/as-of.tsx'
import { useGrowing } from '../part/growing.tsx'
import { Notice } from '../part/notice.tsx'
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
  // Thousands of lots are gone through when a lot or what is sought is another, not at every tick of the clock.
  const lots = useMemo(
    () => sought(all ?? [], { filter, code, person_id, now }),
    [all, filter, code, person_id, dayText(now)],
  )
  const listed = useMemo(() => lots.slice(0, ROWS_MAX), [lots])
  const { shown, end } = useGrowing(listed, `${filter} ${code}`)
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
        <AsOf book={floor.shelf.lots} word={time => say('as_of', { time })} />
      </p>
      <Trouble />
      {all === null ? (
        <p class="quiet">{say('loading')}</p>
      ) : lots.length === 0 ? (
        <p class="quiet">{say(filter === 'today' && code === null ? 'none_today' : 'none_here')}</p>
      ) : (
        <LotRows lots={shown} now={now} nameOf={floor.devices.nameOf} end={end} />
      )}
    </Screen>
  )
}

function Trouble() {
  const { away, lots } = useFloor()
  const trouble = lots.trouble.value
  if (trouble === null || away.value !== null) return null
  const { title, hint } = troubleWords(trouble)
  return <Notice title={title} hint={hint} />
}

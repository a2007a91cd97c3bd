import { ageText, countText, decimalText, timeText, unitText, whenText } from '@flowviz/contract/screen/format'
import { useMemo, useState } from 'preact/hooks'
import { chartSummary, limitsOf } from './chart-series.ts'
import { ReadingTable } from './reading-table.tsx'
import type { ChartPage, TemperatureState } from './temperature-state.ts'
import { TimeChart } from './time-chart.tsx'

interface ChartCardProps {
  temperatures: TemperatureState
  title: string
  now: number
}

/** A chart, the same in one sentence, and the same as a table. */
export function ChartCard({ temperatures, title, now }: ChartCardProps) {
  const [asTable, setAsTable] = useState(false)
  const chart = temperatures.chart.value
  if (chart === null) {
    if (temperatures.status.value === 'failed') return null
    return <p class="quiet">Loading the readings…</p>
  }
  const { readings } = chart.page
  return (
    <figure class="chart panel" aria-busy={temperatures.status.value === 'loading'}>
      <header>
        <h2>{title}</h2>
        <button type="button" class="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show as chart' : 'Show as table'}
        </button>
      </header>
      <figcaption>{sentenceOf(chart, now)}</figcaption>
      {readings.length > 0 &&
        (asTable ? <ReadingTable readings={readings} now={now} /> : <ChannelChart chart={chart} />)}
    </figure>
  )
}

function ChannelChart({ chart }: { chart: ChartPage }) {
  const drawing = useMemo(() => {
    const { channel, since, until, page } = chart
    const { readings: points, bucket_ms } = page
    return { unit: channel.unit, limits: limitsOf(channel.limits), since, until, points, bucket_ms }
  }, [chart])
  return <TimeChart drawing={drawing} />
}

function sentenceOf({ channel, page, since, until }: ChartPage, now: number): string {
  const { lowest, highest, last, outside, without, total } = chartSummary(page.readings)
  if (last === null)
    return `No reading between ${whenText(new Date(since).toISOString(), now)} and ${timeText(until)}. Choose a longer time.`
  const unit = unitText(channel.unit)
  const { low, high } = limitsOf(channel.limits)
  const bounds = low === undefined && high === undefined ? null : limitText(low, high)
  const range =
    lowest === null || highest === null
      ? 'No good value'
      : `Lowest ${decimalText(lowest)} ${unit}, highest ${decimalText(highest)} ${unit}`
  const newest = last.value === null ? `no value (${last.reason})` : `${decimalText(last.value)} ${unit}`
  const judged =
    bounds === null ? 'no limits set' : `${outside} of ${countText(total, 'reading')} outside ${bounds} ${unit}`
  const missing = without === 0 ? '' : ` ${countText(without, 'reading')} without a value, drawn as a gap.`
  const thinned = page.thinned ? ` Shown thinned from ${countText(page.total, 'reading')}; peaks are kept.` : ''
  return `${range}; newest ${newest}, ${ageText(now - Date.parse(last.received_at))} ago; ${judged}.${missing}${thinned}`
}

function limitText(low: string | undefined, high: string | undefined): string {
  if (low !== undefined && high !== undefined) return `${decimalText(low)} to ${decimalText(high)}`
  return low === undefined ? `at most ${decimalText(high ?? '')}` : `at least ${decimalText(low)}`
}

import type { ChannelView, SiteView } from '@flowviz/contract/hq'
import { ageText, countText, sumText, whenText } from '@flowviz/contract/screen/format'
import { NowList } from '../temperature/now-list.tsx'
import { lags, siteAdvice, siteMark } from './site-state.ts'

interface SiteCardProps {
  site: SiteView
  /** The temperatures of this site. */
  channels: ChannelView[]
  now: number
}

/** One site: its state, what to do, its figures of today, and how old they are. */
export function SiteCard({ site, channels, now }: SiteCardProps) {
  const mark = siteMark(site, now)
  const advice = siteAdvice(site, now)
  const devices = site.devices_ok + site.devices_in_trouble
  return (
    <li class="site panel" data-tone={mark.tone} data-stale={lags(site, now)}>
      <header>
        <h2>
          {site.name} <span>{site.site}</span>
        </h2>
        <span class="mark" data-tone={mark.tone}>
          {mark.word}
        </span>
      </header>
      <dl class="figures">
        <Figure name="Lots today" value={String(site.lots_today)} note={`${site.lots_total} in all`} />
        <Figure name="Weight today" value={sumText(site.weight_today_kg)} unit="kg" note="of registered lots" />
        <Figure
          name="Devices working"
          value={`${site.devices_ok}`}
          unit={`of ${devices}`}
          note={site.devices_in_trouble === 0 ? 'none in trouble' : `${site.devices_in_trouble} in trouble`}
        />
        <Figure
          name="Lots on hold"
          value={String(site.lots_on_hold)}
          note={`${countText(site.open_holds, 'hold')}, ${countText(site.open_deviations, 'deviation')} open`}
        />
      </dl>
      <div class="middle">
        {advice !== '' && <p class="advice">{advice}</p>}
        <NowList channels={channels} now={now} />
      </div>
      <footer>
        <span>
          {site.as_of === null
            ? 'as of: never'
            : `as of ${whenText(site.as_of, now)} · ${ageText(now - Date.parse(site.as_of))} ago`}
        </span>
        <span title={site.head.hash}>
          ledger {site.head.seq} · epoch {site.head.epoch} · <code>{site.head.hash.slice(0, 8)}</code>
        </span>
        <a href={`/quality?site=${encodeURIComponent(site.site)}`}>Quality</a>
        <a href={`/lots?site=${encodeURIComponent(site.site)}`}>Lots of this site</a>
      </footer>
    </li>
  )
}

interface FigureProps {
  name: string
  value: string
  unit?: string
  note: string
}

function Figure({ name, value, unit, note }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{value}</b> {unit !== undefined && <span>{unit}</span>}
      </dd>
      <dd class="note">{note}</dd>
    </div>
  )
}

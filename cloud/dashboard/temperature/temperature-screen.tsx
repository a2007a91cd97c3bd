import type { ChannelView } from '@flowviz/contract/hq'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Dashboard } from '../dashboard-state.ts'
import { TroubleNotice } from '../part/trouble-notice.tsx'
import { ChartCard } from './chart-card.tsx'
import { nameOfChannel, SPANS, type Span } from './temperature-state.ts'

const REFRESH_MS = 30_000

const spanOf = (text: string | undefined): Span =>
  text !== undefined && Object.hasOwn(SPANS, text) ? (text as Span) : '1h'

/** One channel of one device of one site over time, with its limits; the address holds the choice. */
export function TemperatureScreen({ dashboard }: { dashboard: Dashboard }) {
  const { temperatures, sites, now } = dashboard
  const { query, route } = useLocation()
  const channels = temperatures.channels.value
  const span = spanOf(query.span)
  const chosen = channels?.find(channel => nameOfChannel(channel) === query.channel) ?? channels?.[0]
  const name = chosen === undefined ? null : nameOfChannel(chosen)
  useEffect(() => {
    void temperatures.loadChannels()
  }, [temperatures])
  // A channel list that is loaded anew names the same channel: only another choice draws another chart.
  useEffect(() => {
    if (chosen === undefined) return
    void temperatures.show(chosen, span)
    const timer = setInterval(() => void temperatures.show(chosen, span), REFRESH_MS)
    return () => clearInterval(timer)
  }, [temperatures, name, span])
  const go = (change: Record<string, string>) =>
    route(`/temperatures?${new URLSearchParams({ ...query, channel: name ?? '', span, ...change })}`, true)
  const trouble = temperatures.trouble.value
  return (
    <>
      <header class="filters">
        <h1>Temperatures</h1>
        <div class="field channel">
          <label for="channel" class="unseen">
            Channel
          </label>
          <select id="channel" value={name ?? ''} onChange={event => go({ channel: event.currentTarget.value })}>
            {channels?.map(channel => (
              <option key={nameOfChannel(channel)} value={nameOfChannel(channel)}>
                {titleOf(channel, sites.nameOf(channel.site))}
              </option>
            ))}
          </select>
        </div>
        <fieldset class="spans">
          <legend class="unseen">Time shown</legend>
          {Object.keys(SPANS).map(one => (
            <label key={one}>
              <input type="radio" name="span" checked={one === span} onChange={() => go({ span: one })} />
              <span>{one}</span>
            </label>
          ))}
        </fieldset>
      </header>
      {trouble !== null && (
        <TroubleNotice
          trouble={trouble}
          retry={() => {
            void temperatures.loadChannels()
            if (chosen !== undefined) void temperatures.show(chosen, span)
          }}
        />
      )}
      {channels === null && trouble === null && <p class="quiet">Loading the measuring points…</p>}
      {channels?.length === 0 && <p class="quiet">No site has sent a temperature yet.</p>}
      {chosen !== undefined && (
        <ChartCard temperatures={temperatures} title={titleOf(chosen, sites.nameOf(chosen.site))} now={now.value} />
      )}
    </>
  )
}

function titleOf({ device_name, channel }: ChannelView, site: string): string {
  return `${site} · ${device_name} · ${channel}`
}

import { useEffect } from 'preact/hooks'
import type { Dashboard } from '../dashboard-state.ts'
import { LotTable } from '../lot/lot-table.tsx'
import { TroubleNotice } from '../part/trouble-notice.tsx'
import { SiteCard } from './site-card.tsx'

const NEWEST_SHOWN = 8
const CHANNELS_EVERY_MS = 15_000

/** Every site with "as of", then the newest lots of all of them. */
export function OverviewScreen({ dashboard }: { dashboard: Dashboard }) {
  const { sites, newest, temperatures, now } = dashboard
  useEffect(() => {
    void temperatures.loadChannels()
    const timer = setInterval(() => void temperatures.loadChannels(), CHANNELS_EVERY_MS)
    return () => clearInterval(timer)
  }, [temperatures])
  const degrees = temperatures.channels.value?.filter(channel => channel.unit !== '%') ?? []
  const trouble = sites.trouble.value
  const lots = newest.lots.value.slice(0, NEWEST_SHOWN)
  return (
    <>
      <h1>Sites</h1>
      {trouble !== null && <TroubleNotice trouble={trouble} retry={() => void sites.load()} />}
      {sites.sites.value.length === 0 && trouble === null && (
        <p class="quiet">
          {sites.loaded.value ? 'No site is enrolled yet. Make a claim code and enrol a box.' : 'Loading the sites…'}
        </p>
      )}
      <ul class="sites">
        {sites.sites.value.map(site => (
          <SiteCard
            key={site.site}
            site={site}
            channels={degrees.filter(one => one.site === site.site)}
            now={now.value}
          />
        ))}
      </ul>
      <section class="newest">
        <header>
          <h2>Newest lots of all sites</h2>
          <a href="/lots">All lots</a>
        </header>
        {newest.trouble.value !== null && (
          <TroubleNotice trouble={newest.trouble.value} retry={() => void newest.search({ q: '', site: '' })} />
        )}
        {lots.length > 0 && (
          <LotTable lots={lots} now={now.value} siteName={sites.nameOf} link={lot => `/lots?lot=${lot.lot_id}`} />
        )}
        {lots.length === 0 && newest.trouble.value === null && (
          <p class="quiet">{newest.status.value === 'ready' ? 'No lot has arrived yet.' : 'Loading the lots…'}</p>
        )}
      </section>
    </>
  )
}

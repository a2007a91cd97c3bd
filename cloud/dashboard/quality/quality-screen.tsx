import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Dashboard } from '../dashboard-state.ts'
import type { PagedList } from '../part/paged-list.ts'
import { TroubleNotice } from '../part/trouble-notice.tsx'
import { DeviationDrawer } from './deviation-drawer.tsx'
import { DeviationList } from './deviation-list.tsx'
import { HoldList } from './hold-list.tsx'

const REFRESH_MS = 15_000

function addressOf(change: { site: string; deviation?: string }): string {
  return `/quality?${new URLSearchParams(change)}`
}

/** What is held at a site and what went wrong there; the address holds the choice. */
export function QualityScreen({ dashboard }: { dashboard: Dashboard }) {
  const { quality, sites, now } = dashboard
  const { query, route } = useLocation()
  const known = sites.sites.value
  const site = query.site ?? known[0]?.site ?? ''
  useEffect(() => {
    if (site === '') return
    void quality.show(site)
    const timer = setInterval(() => void quality.show(site), REFRESH_MS)
    return () => clearInterval(timer)
  }, [quality, site])
  return (
    <>
      <header class="filters">
        <h1>Quality</h1>
        <div class="field">
          <label for="site" class="unseen">
            Site
          </label>
          <select
            id="site"
            value={site}
            onChange={event => route(addressOf({ site: event.currentTarget.value }), true)}
          >
            {known.map(one => (
              <option key={one.site} value={one.site}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      </header>
      {known.length === 0 && sites.loaded.value && <p class="quiet">No site is enrolled yet.</p>}
      <div class="quality">
        <section>
          <h2>Deviations</h2>
          <Shown list={quality.deviations} site={site} none="Nothing went wrong that this site has told of." />
          <DeviationList
            deviations={quality.deviations.rows.value}
            now={now.value}
            link={deviation => addressOf({ site, deviation })}
            open={query.deviation}
          />
          <More list={quality.deviations} />
        </section>
        <section>
          <h2>Holds</h2>
          <Shown list={quality.holds} site={site} none="Nothing is held, and nothing was." />
          <HoldList holds={quality.holds.rows.value} now={now.value} />
          <More list={quality.holds} />
        </section>
      </div>
      {query.deviation !== undefined && site !== '' && (
        <DeviationDrawer
          key={query.deviation}
          dashboard={dashboard}
          site={site}
          deviationId={query.deviation}
          close={addressOf({ site })}
        />
      )}
    </>
  )
}

interface ListProps {
  list: PagedList<unknown, string>
}

/** How a list stands while it has no rows to say so. */
function Shown({ list, site, none }: ListProps & { site: string; none: string }) {
  const trouble = list.trouble.value
  if (trouble !== null) return <TroubleNotice trouble={trouble} retry={() => void list.ask(site)} />
  if (list.rows.value.length > 0 || site === '') return null
  return <p class="quiet">{list.status.value === 'ready' ? none : 'Loading…'}</p>
}

function More({ list }: ListProps) {
  if (!list.hasMore.value) return null
  return (
    <button
      type="button"
      class="button more"
      disabled={list.status.value === 'loading'}
      onClick={() => void list.more()}
    >
      Show more
    </button>
  )
}

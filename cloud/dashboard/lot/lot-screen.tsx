import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Dashboard } from '../dashboard-state.ts'
import { TroubleNotice } from '../part/trouble-notice.tsx'
import { LotDrawer } from './lot-drawer.tsx'
import { LotTable } from './lot-table.tsx'

/** The address with some of its filters changed; an empty filter is left out. */
export function addressOf(query: Record<string, string>, change: Record<string, string>): string {
  const kept = Object.entries({ ...query, ...change }).filter(([, text]) => text !== '')
  return kept.length === 0 ? '/lots' : `/lots?${new URLSearchParams(kept)}`
}

const TYPING_MS = 250

/** Lot search over all sites. The address holds the filters, so a link shows what its sender saw. */
export function LotScreen({ dashboard }: { dashboard: Dashboard }) {
  const { lots, sites, now } = dashboard
  const { query, route } = useLocation()
  const q = query.q ?? ''
  const site = query.site ?? ''
  const open = query.lot
  useEffect(() => {
    void lots.search({ q, site })
  }, [lots, q, site])

  let typing: ReturnType<typeof setTimeout> | undefined
  const type = (text: string) => {
    clearTimeout(typing)
    typing = setTimeout(() => route(addressOf(query, { q: text.trim() }), true), TYPING_MS)
  }
  const rows = lots.lots.value
  const status = lots.status.value
  return (
    <>
      <header class="filters">
        <h1>Lots</h1>
        <div class="field search">
          <label for="q" class="unseen">
            Search
          </label>
          <input
            id="q"
            type="search"
            placeholder="Lot code, product or supplier's lot"
            value={q}
            onInput={event => type(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="site" class="unseen">
            Site
          </label>
          <select
            id="site"
            value={site}
            onChange={event => route(addressOf(query, { site: event.currentTarget.value }), true)}
          >
            <option value="">All sites</option>
            {sites.sites.value.map(one => (
              <option key={one.site} value={one.site}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
        <p class="quiet" role="status">
          {status === 'loading' ? 'Searching…' : `${rows.length} shown${lots.hasMore.value ? ', there are more' : ''}`}
        </p>
      </header>
      {lots.trouble.value !== null && (
        <TroubleNotice trouble={lots.trouble.value} retry={() => void lots.search({ q, site })} />
      )}
      {rows.length === 0 && status === 'ready' && (
        <p class="quiet">
          {q === '' && site === '' ? 'No lot has arrived yet.' : 'No lot matches. Change the search or the site.'}
        </p>
      )}
      {rows.length > 0 && (
        <LotTable
          lots={rows}
          now={now.value}
          siteName={sites.nameOf}
          link={lot => addressOf(query, { lot: lot.lot_id })}
          open={open}
        />
      )}
      {lots.hasMore.value && (
        <button type="button" class="button more" disabled={status === 'loading'} onClick={() => void lots.more()}>
          Show more
        </button>
      )}
      {open !== undefined && (
        <LotDrawer
          key={open}
          dashboard={dashboard}
          lotId={open}
          close={addressOf(query, { lot: '' })}
          link={lot => addressOf(query, { lot })}
        />
      )}
    </>
  )
}

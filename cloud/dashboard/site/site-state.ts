import type { SiteView } from '@flowviz/contract/hq'
import { ageText, countText } from '@flowviz/contract/screen/format'
import type { Mark } from '@flowviz/contract/screen/mark'
import type { Trouble } from '@flowviz/contract/screen/trouble'
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { HqApi } from '../api/hq-api.ts'

/** A site lags when the newest thing held of it is older than this; its figures are greyed from then on. */
export const LAG_MAX_MS = 5 * 60_000

export interface SiteState {
  sites: ReadonlySignal<SiteView[]>
  loaded: ReadonlySignal<boolean>
  trouble: ReadonlySignal<Trouble | null>
  nameOf: (site: string) => string
  hear: (site: SiteView) => void
  load: () => Promise<void>
}

/** True when the figures of a site no longer tell how it is now. */
export function lags(site: SiteView, now: number): boolean {
  return site.as_of === null || now - Date.parse(site.as_of) > LAG_MAX_MS
}

/** The state of a site in one mark: the gravest thing first. */
export function siteMark(site: SiteView, now: number): Mark {
  if (site.fork !== null) return { tone: 'alarm', word: 'Two histories' }
  if (site.revoked) return { tone: 'alarm', word: 'Box revoked' }
  if (site.as_of === null) return { tone: 'pending', word: 'Nothing heard yet' }
  if (lags(site, now)) return { tone: 'warn', word: `No word for ${ageText(now - Date.parse(site.as_of))}` }
  if (site.dead_letters > 0) return { tone: 'warn', word: `${countText(site.dead_letters, 'record')} not understood` }
  if (site.open_deviations > 0) return { tone: 'warn', word: `${countText(site.open_deviations, 'deviation')} open` }
  if (site.devices_in_trouble > 0)
    return { tone: 'warn', word: `${countText(site.devices_in_trouble, 'device')} to look at` }
  if (site.lots_on_hold > 0) return { tone: 'hold', word: `${countText(site.lots_on_hold, 'lot')} on hold` }
  return { tone: 'ok', word: 'Up to date' }
}

/** What a person should know or do about a site; empty when there is nothing. */
export function siteAdvice(site: SiteView, now: number): string {
  if (site.fork !== null)
    return `Its box sent a history that differs from the one held here (${site.fork}). Nothing of it is taken until a technician has run \`flowviz ledger verify\` there.`
  if (site.revoked) return 'Its box may not send any more. Enrol a new box with a claim code.'
  if (site.as_of === null)
    return 'Its box is enrolled and has not sent anything. Check that it runs and reaches this address.'
  if (lags(site, now))
    return 'The plant goes on working by itself and sends everything when the link is back. Figures are of the time named.'
  if (site.dead_letters > 0) return 'Records of a newer version are kept unread. Update headquarters, then rebuild.'
  if (site.open_deviations > 0) return 'Quality shows what went wrong, since when, and what is held because of it.'
  if (site.devices_in_trouble > 0) return 'Open the floor screen of the plant: it names the device and the next step.'
  if (site.lots_on_hold > 0) return 'Quality shows the holds and what waits to be decided.'
  return ''
}

export function createSiteState(api: Pick<HqApi, 'sites'>): SiteState {
  const views = signal<ReadonlyMap<string, SiteView>>(new Map())
  const loaded = signal(false)
  const trouble = signal<Trouble | null>(null)
  return {
    sites: computed(() => [...views.value.values()].sort((a, b) => a.name.localeCompare(b.name))),
    loaded,
    trouble,
    nameOf: site => views.value.get(site)?.name ?? site,
    hear: site => {
      views.value = new Map(views.value).set(site.site, site)
    },
    load: async () => {
      const answer = await api.sites()
      trouble.value = answer.ok ? null : answer.trouble
      if (!answer.ok) return
      views.value = new Map(answer.value.sites.map(site => [site.site, site]))
      loaded.value = true
    },
  }
}

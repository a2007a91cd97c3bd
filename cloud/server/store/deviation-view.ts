import {
  type AlarmPage,
  AlarmView,
  type Deviation,
  type DeviationPage,
  DeviationView,
  type RecordView,
} from '@flowviz/contract/hq-plant'
import type { RecordQuery } from '../parts.ts'
import type { Queryable } from './database.ts'
import { recordById, recordPage, shapedAs } from './record-view.ts'

/** More actions than a deviation ever has. */
const ACTIONS_MAX = 200

const viewOf = ({ site, body }: RecordView): DeviationView => shapedAs(DeviationView, { ...body, site })

// Without its opening (a row that this release cannot read) little is known of it; it stays among the records.
const isOpened = ({ body }: RecordView) => body.opened_at !== undefined

/** Deviations of a site, newest first. */
export async function deviationPage(
  client: Queryable,
  query: Omit<RecordQuery, 'kind' | 'parent'>,
): Promise<DeviationPage> {
  const { records, next } = await recordPage(client, { ...query, kind: 'deviation', parent: null })
  return { deviations: records.filter(isOpened).map(viewOf), next }
}

/** One deviation with its curve, the limits of its monitor, and what is done about it. */
export async function deviationById(client: Queryable, site: string, id: string): Promise<Deviation | null> {
  const record = await recordById(client, { site, kind: 'deviation', id })
  if (record === null || !isOpened(record)) return null
  const view = viewOf(record)
  const { curve = [] } = record.body as Partial<Deviation>
  const { records: actions } = await recordPage(client, {
    site,
    kind: 'action',
    state: null,
    parent: id,
    limit: ACTIONS_MAX,
    cursor: null,
  })
  return { ...view, curve, ...(await limitsOf(client, view)), actions }
}

async function limitsOf(client: Queryable, { site, monitor_id, monitor_version }: DeviationView) {
  const monitor =
    monitor_id === null || monitor_version === null
      ? null
      : await recordById(client, { site, kind: 'monitor', id: `${monitor_id}@${monitor_version}` })
  const { low = null, high = null } = (monitor?.body.monitor ?? {}) as { low?: string; high?: string }
  return { low, high }
}

/** Alarms of a site, newest first. */
export async function alarmPage(client: Queryable, query: Omit<RecordQuery, 'kind' | 'parent'>): Promise<AlarmPage> {
  const { records, next } = await recordPage(client, { ...query, kind: 'alarm', parent: null })
  const alarms = records
    .filter(({ body }) => body.raised_at !== undefined)
    .map(({ site, body }) => shapedAs<AlarmView>(AlarmView, { ...body, site }))
  return { alarms, next }
}

import type { EventData } from '../event.ts'
import type { Change, RecordKind, Told } from './change.ts'

const defined = (of: RecordKind, id: string, set: Record<string, unknown>): Change[] => [
  { to: 'record', of, id, state: set.active === false ? 'INACTIVE' : 'ACTIVE', set },
]

/** A version of what a second person has to approve is a record of its own, below the id that all versions share. */
export const versionId = (id: string, version: number): string => `${id}@${version}`

interface Draft {
  of: RecordKind
  id: string
  version: number
  set: Record<string, unknown>
}
function drafted({ of, id, version, set }: Draft, told: Told<unknown>): Change[] {
  const drafted_at = told.recorded_at
  return [
    {
      to: 'record',
      of,
      id: versionId(id, version),
      parent: id,
      state: 'DRAFT',
      at: version,
      set: {
        ...set,
        version,
        state: 'DRAFT',
        drafted_at,
        drafted_by: told.actor.id,
        approved_at: null,
        approved_by: null,
      },
    },
  ]
}
function approved({ of, id, version }: Omit<Draft, 'set'>, told: Told<unknown>): Change[] {
  const set = { state: 'APPROVED', approved_at: told.recorded_at, approved_by: told.actor.id }
  return [{ to: 'record', of, id: versionId(id, version), parent: id, state: 'APPROVED', at: version, set }]
}

/** What the events of master data change. */
export const MASTER_CHANGES = {
  'item.defined': ({ data: { item, version } }: Told<EventData<'item.defined'>>) =>
    defined('item', item.item_id, { item, version, active: item.active !== false }),
  'party.defined': ({ data: { party, version } }: Told<EventData<'party.defined'>>) =>
    defined('party', party.party_id, { party, version, active: party.active !== false }),
  'location.defined': ({ data: { location, version } }: Told<EventData<'location.defined'>>) =>
    defined('location', location.location_id, { location, version, active: location.active !== false }),
  'instrument.defined': ({ data: { instrument, version } }: Told<EventData<'instrument.defined'>>) =>
    defined('instrument', instrument.instrument_id, { instrument, version, active: instrument.in_service !== false }),
  'site.configured': ({ data: { settings, version } }: Told<EventData<'site.configured'>>) =>
    defined('site', 'settings', { settings, version }),
  'recipe.drafted': (told: Told<EventData<'recipe.drafted'>>) => {
    const { recipe, version } = told.data
    return drafted({ of: 'recipe', id: recipe.recipe_id, version, set: { recipe } }, told)
  },
  'recipe.approved': (told: Told<EventData<'recipe.approved'>>) =>
    approved({ of: 'recipe', id: told.data.recipe_id, version: told.data.version }, told),
  'qc_plan.drafted': (told: Told<EventData<'qc_plan.drafted'>>) => {
    const { qc_plan, version } = told.data
    return drafted({ of: 'qc_plan', id: qc_plan.plan_id, version, set: { qc_plan } }, told)
  },
  'qc_plan.approved': (told: Told<EventData<'qc_plan.approved'>>) =>
    approved({ of: 'qc_plan', id: told.data.plan_id, version: told.data.version }, told),
  'monitor.drafted': (told: Told<EventData<'monitor.drafted'>>) => {
    const { monitor, version } = told.data
    return drafted({ of: 'monitor', id: monitor.monitor_id, version, set: { monitor } }, told)
  },
  'monitor.approved': (told: Told<EventData<'monitor.approved'>>) =>
    approved({ of: 'monitor', id: told.data.monitor_id, version: told.data.version }, told),
}

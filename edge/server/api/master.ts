import {
  InstrumentView,
  ItemView,
  LocationView,
  MonitorVersion,
  MonitorVersions,
  PartyView,
  QcPlanVersion,
  QcPlanVersions,
  RecipeVersion,
  RecipeVersions,
  SettingsView,
} from '@flowviz/contract/master'
import { DEFAULT_SETTINGS } from '@flowviz/contract/plant/settings'
import { definedView } from '../store/version-record.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'
import { recordDoors } from './record-list.ts'
import { versionDoors } from './version-list.ts'

type Parts = Pick<AppParts, 'reader'>

/** Finding master data; defining it is a command. */
export function master(app: Doors, parts: Parts): void {
  recordDoors(app, parts, {
    path: '/api/v1/items',
    kind: 'item',
    tag: 'master',
    operations: { list: 'listItems', get: 'getItem' },
    param: 'item_id',
    view: ItemView,
    viewOf: record => definedView(record, 'item'),
  })
  recordDoors(app, parts, {
    path: '/api/v1/parties',
    kind: 'party',
    tag: 'master',
    operations: { list: 'listParties', get: 'getParty' },
    param: 'party_id',
    view: PartyView,
    viewOf: record => definedView(record, 'party'),
  })
  recordDoors(app, parts, {
    path: '/api/v1/locations',
    kind: 'location',
    tag: 'master',
    operations: { list: 'listLocations', get: 'getLocation' },
    param: 'location_id',
    view: LocationView,
    viewOf: record => definedView(record, 'location'),
  })
  recordDoors(app, parts, {
    path: '/api/v1/instruments',
    kind: 'instrument',
    tag: 'master',
    operations: { list: 'listInstruments', get: 'getInstrument' },
    param: 'instrument_id',
    view: InstrumentView,
    viewOf: record => definedView(record, 'instrument'),
  })
  settings(app, parts)
  drafts(app, parts)
}

function settings(app: Doors, { reader }: Parts): void {
  app.get(
    '/api/v1/settings',
    { schema: { operationId: 'getSettings', tags: ['master'], response: { 200: SettingsView, ...REFUSAL } } },
    async () => {
      const record = reader.record('site', 'settings')
      return record === null ? { ...DEFAULT_SETTINGS, version: 0 } : definedView<SettingsView>(record, 'settings')
    },
  )
}

function drafts(app: Doors, parts: Parts): void {
  versionDoors(app, parts, {
    path: '/api/v1/recipes',
    kind: 'recipe',
    operations: { list: 'listRecipes', get: 'getRecipe' },
    param: 'recipe_id',
    version: RecipeVersion,
    versions: RecipeVersions,
  })
  versionDoors(app, parts, {
    path: '/api/v1/qc-plans',
    kind: 'qc_plan',
    operations: { list: 'listQcPlans', get: 'getQcPlan' },
    param: 'plan_id',
    version: QcPlanVersion,
    versions: QcPlanVersions,
  })
  versionDoors(app, parts, {
    path: '/api/v1/monitors',
    kind: 'monitor',
    operations: { list: 'listMonitors', get: 'getMonitor' },
    param: 'monitor_id',
    version: MonitorVersion,
    versions: MonitorVersions,
  })
}

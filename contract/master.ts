import Type, { type Static, type TObject, type TProperties } from 'typebox'
import { orNull } from './event/shape.ts'
import { Instrument } from './plant/instrument.ts'
import { Item } from './plant/item.ts'
import { Location } from './plant/location.ts'
import { Monitor } from './plant/monitor.ts'
import { Party } from './plant/party.ts'
import { QcPlan } from './plant/qc-plan.ts'
import { Recipe } from './plant/recipe.ts'
import { SiteSettings } from './plant/settings.ts'
import { Timestamp } from './time.ts'

/** Master data as it counts now; `version` says how often it was defined. */
const defined = <P extends TProperties, I extends string>({ properties }: TObject<P>, $id: I) =>
  Type.Object({ ...properties, version: Type.Integer() }, { $id, additionalProperties: false })

export const ItemView = defined(Item, 'DefinedItem')
export type ItemView = Static<typeof ItemView>
export const PartyView = defined(Party, 'DefinedParty')
export type PartyView = Static<typeof PartyView>
export const LocationView = defined(Location, 'DefinedLocation')
export type LocationView = Static<typeof LocationView>
export const InstrumentView = defined(Instrument, 'DefinedInstrument')
export type InstrumentView = Static<typeof InstrumentView>
/** Version 0: nobody configured the site yet, and the defaults count. */
export const SettingsView = defined(SiteSettings, 'ConfiguredSite')
export type SettingsView = Static<typeof SettingsView>

export type VersionState = 'DRAFT' | 'APPROVED'

/** Who wrote a version and who made it count; nobody of this site for the one that came with the release. */
const VERSIONED = {
  version: Type.Integer(),
  state: Type.Enum(['DRAFT', 'APPROVED'] as VersionState[]),
  drafted_at: orNull(Timestamp),
  drafted_by: orNull(Type.String({ description: 'Id of the person.' })),
  approved_at: orNull(Timestamp),
  approved_by: orNull(Type.String({ description: 'Id of the person.' })),
}
export type Versioned = Static<TObject<typeof VERSIONED>>

const versioned = <P extends TProperties, I extends string>({ properties }: TObject<P>, $id: I) =>
  Type.Object({ ...properties, ...VERSIONED }, { $id, additionalProperties: false })

export const RecipeVersion = versioned(Recipe, 'RecipeVersion')
export type RecipeVersion = Static<typeof RecipeVersion>
export const QcPlanVersion = versioned(QcPlan, 'QcPlanVersion')
export type QcPlanVersion = Static<typeof QcPlanVersion>
export const MonitorVersion = versioned(Monitor, 'MonitorVersion')
export type MonitorVersion = Static<typeof MonitorVersion>

/** All versions of one id, newest first, and the one that counts now. */
export const versionsOf = <V extends TObject, I extends string>(version: V, $id: I) =>
  Type.Object(
    {
      current: orNull(Type.Integer({ description: 'The approved version that counts; null while there is none.' })),
      versions: Type.Array(version),
    },
    { $id, additionalProperties: false },
  )
export const RecipeVersions = versionsOf(RecipeVersion, 'RecipeVersions')
export const QcPlanVersions = versionsOf(QcPlanVersion, 'QcPlanVersions')
export const MonitorVersions = versionsOf(MonitorVersion, 'MonitorVersions')

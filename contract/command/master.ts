import Type, { type TObject, type TProperties } from 'typebox'
import { InstrumentView, ItemView, LocationView, PartyView, SettingsView } from '../master.ts'
import { Name } from '../name.ts'
import { Instrument } from '../plant/instrument.ts'
import { Item } from '../plant/item.ts'
import { Location } from '../plant/location.ts'
import { Party } from '../plant/party.ts'
import { SiteSettings } from '../plant/settings.ts'
import { command, fields, NoParams } from './command.ts'

/** A shape without its id, which stands in the address. */
export function without<P extends TProperties, K extends keyof P>(
  { properties }: TObject<P>,
  key: K,
  $id: string,
): TObject<Omit<P, K>> {
  const { [key]: _, ...rest } = properties
  return Type.Object(rest, { $id, additionalProperties: false }) as unknown as TObject<Omit<P, K>>
}

/** Master data that counts as soon as it is defined. The same content again makes no new version. */
export const MASTER_COMMANDS = {
  'define-item': command({
    route: 'PUT /api/v1/items/:item_id',
    tag: 'master',
    summary: 'Defines a material, or its next version.',
    params: fields({ item_id: Name }),
    body: without(Item, 'item_id', 'ItemDefinition'),
    status: 200,
    gives: ItemView,
  }),
  'define-party': command({
    route: 'PUT /api/v1/parties/:party_id',
    tag: 'master',
    summary: 'Defines a supplier, customer or carrier, or its next version.',
    params: fields({ party_id: Name }),
    body: without(Party, 'party_id', 'PartyDefinition'),
    status: 200,
    gives: PartyView,
  }),
  'define-location': command({
    route: 'PUT /api/v1/locations/:location_id',
    tag: 'master',
    summary: 'Defines a place of the plant, or its next version.',
    params: fields({ location_id: Name }),
    body: without(Location, 'location_id', 'LocationDefinition'),
    status: 200,
    gives: LocationView,
  }),
  'define-instrument': command({
    route: 'PUT /api/v1/instruments/:instrument_id',
    tag: 'master',
    summary: 'Defines what results are measured with, or its next version.',
    params: fields({ instrument_id: Name }),
    body: without(Instrument, 'instrument_id', 'InstrumentDefinition'),
    status: 200,
    gives: InstrumentView,
  }),
  'configure-site': command({
    route: 'PUT /api/v1/settings',
    tag: 'master',
    summary: 'Says what the site decides for itself, whole.',
    params: NoParams,
    body: SiteSettings,
    status: 200,
    gives: SettingsView,
  }),
} as const

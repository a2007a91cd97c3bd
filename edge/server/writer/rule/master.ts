import type { RecordKind } from '@flowviz/contract/change'
import { RECEIVING } from '@flowviz/contract/change/lot'
import type { EventData } from '@flowviz/contract/event'
import type { InstrumentView, ItemView, LocationView, PartyView, SettingsView } from '@flowviz/contract/master'
import { Instrument } from '@flowviz/contract/plant/instrument'
import { Item } from '@flowviz/contract/plant/item'
import { Location } from '@flowviz/contract/plant/location'
import { Party } from '@flowviz/contract/plant/party'
import { SiteSettings } from '@flowviz/contract/plant/settings'
import type { TSchema } from 'typebox'
import { requireCheckDigit } from '../../domain/gtin.ts'
import { requireSoundLocation, settledSettings } from '../../domain/master.ts'
import { inOrder } from '../../domain/order.ts'
import { requireSoundBlock } from '../../domain/sscc.ts'
import { currentPlan } from '../../store/plan-record.ts'
import { definedView } from '../../store/version-record.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { findRecord } from './find.ts'
import type { Rules } from './rule.ts'

type DefinedType =
  | 'item.defined'
  | 'party.defined'
  | 'location.defined'
  | 'instrument.defined'
  | 'site.configured'
  | 'printer.defined'

interface Definition {
  type: DefinedType
  kind: RecordKind
  id: string
  /** Field of the event and of the record that holds the content. */
  field: string
  content: object
  schema: TSchema
}

/** Appends the next version, unless it says what the last one said. */
export function define<View>({ type, kind, id, field, content, schema }: Definition, ask: Ask, context: Context): View {
  const { store, ledger } = context
  const before = store.records.get(kind, id)
  const told = inOrder(content, schema)
  if (before !== null && JSON.stringify(before.body[field]) === JSON.stringify(told)) return definedView(before, field)
  const version = ((before?.body.version as number | undefined) ?? 0) + 1
  const data = { version, [field]: told } as unknown as EventData<DefinedType>
  ledger.append({ type, actor: ask.actor, subject: `${kind}:${id}`, data })
  return definedView(findRecord(kind, id, context), field)
}

const parentIn =
  ({ store }: Context) =>
  (location_id: string): string | undefined =>
    (store.records.get('location', location_id)?.body.location as Location | undefined)?.parent_id

/** A place that something else stands in: receiving is there before anybody defines it. */
function requireLocation(id: string | undefined, context: Context): void {
  if (id !== undefined && id !== RECEIVING) findRecord('location', id, context)
}

/** Rules of master data that counts at once. */
export const MASTER_RULES = {
  /** @throws FlowError gtin_invalid, record_not_found (the plan). */
  'define-item': (ask, context) => {
    const content: Item = { ...ask.params, ...ask.body }
    if (content.gtin !== undefined) requireCheckDigit(content.gtin)
    if (content.plan_id !== undefined) currentPlan(content.plan_id, context.store)
    const { item_id: id } = content
    const definition = { type: 'item.defined', kind: 'item', id, field: 'item', content, schema: Item } as const
    return define<ItemView>(definition, ask, context)
  },

  /** @throws FlowError gtin_invalid (the check digit of the GLN). */
  'define-party': (ask, context) => {
    const content: Party = { ...ask.params, ...ask.body }
    if (content.gln !== undefined) requireCheckDigit(content.gln)
    const { party_id: id } = content
    const definition = { type: 'party.defined', kind: 'party', id, field: 'party', content, schema: Party } as const
    return define<PartyView>(definition, ask, context)
  },

  /** @throws FlowError record_not_found (the room), location_circle, limits_invalid. */
  'define-location': (ask, context) => {
    const content: Location = { ...ask.params, ...ask.body }
    requireLocation(content.parent_id, context)
    requireSoundLocation(content, parentIn(context))
    const { location_id: id } = content
    return define<LocationView>(
      { type: 'location.defined', kind: 'location', id, field: 'location', content, schema: Location },
      ask,
      context,
    )
  },

  /** @throws FlowError record_not_found (the place). */
  'define-instrument': (ask, context) => {
    const content: Instrument = { ...ask.params, ...ask.body }
    requireLocation(content.location_id, context)
    const { instrument_id: id } = content
    return define<InstrumentView>(
      { type: 'instrument.defined', kind: 'instrument', id, field: 'instrument', content, schema: Instrument },
      ask,
      context,
    )
  },

  /** @throws FlowError gtin_invalid (the GLN), sscc_block_invalid, record_not_found (the plan). */
  'configure-site': (ask, context) => {
    const content = settledSettings(ask.body)
    if (content.gln !== undefined) requireCheckDigit(content.gln)
    requireSoundBlock(content.sscc_block)
    currentPlan(content.plan_id, context.store)
    return define<SettingsView>(
      { type: 'site.configured', kind: 'site', id: 'settings', field: 'settings', content, schema: SiteSettings },
      ask,
      context,
    )
  },
} satisfies Partial<Rules>

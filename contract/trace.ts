import Type, { type Static, type TSchema } from 'typebox'
import { Day, oneOf, orNull, Text } from './event/shape.ts'
import { LinkKind, LotStatus, LotType } from './lot-word.ts'
import { Name } from './name.ts'
import { Decision, HoldCause, HoldState } from './quality-word.ts'
import { Timestamp } from './time.ts'
import { Uuid } from './uuid.ts'

const named = <T extends Record<string, TSchema>>($id: string, properties: T) =>
  Type.Object(properties, { $id, additionalProperties: false })
const Mg = Type.Integer({ minimum: 0 })
const Count = orNull(Type.Integer())

export type TraceDirection = 'forward' | 'backward' | 'both'
export const TraceDirection = oneOf('forward', 'backward', 'both')

const yesOrNo = (description: string) =>
  Type.Optional(Type.Enum(['true', 'false'] as ('true' | 'false')[], { description }))

/** How far a trace goes. */
export const TraceOptions = {
  direction: Type.Optional(
    Type.Enum(['forward', 'backward', 'both'] as TraceDirection[], {
      description:
        '`forward`: what was made of it; `backward`: what it was made of; `both`, the default: the one and the other, ' +
        'and not what else was made of what it was made of.',
    }),
  ),
  rework: yesOrNo('`false`: the way does not go through links of rework. Default `true`.'),
} as const
export const SameRoom = yesOrNo('`true`: also the lots that stood in one room together with those of the trace.')

/** The seven sums of F5 for one lot: what was registered went somewhere, or is there. */
export const TraceQuantities = named('TraceQuantities', {
  registered_mg: Mg,
  on_hand_mg: Mg,
  consumed_mg: Type.Integer({ description: 'Into runs, without what came back.' }),
  into_lots_mg: Type.Integer({ description: 'Became part of other lots without a run: split, merged, reworked.' }),
  shipped_mg: Type.Integer({ description: 'To customers, without what came back.' }),
  waste_mg: Type.Integer(),
  sample_mg: Type.Integer(),
  adjusted_mg: Type.Integer({ description: 'Lost, counted away, voided; below zero: counted in.' }),
})
export type TraceQuantities = Static<typeof TraceQuantities>

export const TraceStock = named('TraceStock', { location_id: Name, hu_id: orNull(Uuid), weight_mg: Mg, count: Count })
export const TraceGate = named('TraceGate', {
  gate_no: Type.Integer(),
  ccp: Type.Boolean(),
  decision: Decision,
  seq: Type.Integer(),
})
export const TraceShipped = named('TraceShipped', {
  customer_id: Name,
  shipment_id: orNull(Uuid),
  weight_mg: Type.Integer({ description: 'Below zero: it came back.' }),
  count: Count,
})

/** A lot of a trace, with everything that is known of its way. Voided lots are in it, and say so. */
export const TraceLot = named('TraceLot', {
  lot_id: Uuid,
  lot_code: Type.String(),
  tlc_source: Type.String(),
  way: oneOf('start', 'forward', 'backward'),
  lot_type: LotType,
  item_id: orNull(Name),
  product: Text,
  line: Text,
  day: Day,
  expires_on: orNull(Day),
  status: LotStatus,
  open_holds: Type.Integer(),
  gate_passed: Type.Integer(),
  supplier_id: orNull(Name),
  supplier: Text,
  supplier_lot_code: Text,
  receipt_id: orNull(Uuid),
  quantities: TraceQuantities,
  stock: Type.Array(TraceStock),
  gates: Type.Array(TraceGate),
  hold_ids: Type.Array(Uuid),
  shipped: Type.Array(TraceShipped),
})
export type TraceLot = Static<typeof TraceLot>

export const TraceRun = named('TraceRun', {
  run_id: Uuid,
  run_code: Text,
  state: Text,
  line: Text,
  item_id: orNull(Name),
  product: Text,
  started_at: orNull(Timestamp),
  completed_at: orNull(Timestamp),
  stages: Type.Array(Type.Integer(), { description: 'The stages that the trace goes through.' }),
  gates: Type.Array(TraceGate),
})
export type TraceRun = Static<typeof TraceRun>

/** A lot, or a stage of a run. */
export const TraceEnd = Type.Union([
  Type.Object({ lot_id: Uuid }, { additionalProperties: false }),
  Type.Object({ run_id: Uuid, stage: Type.Integer() }, { additionalProperties: false }),
])
export type TraceEnd = Static<typeof TraceEnd>

export const TraceLink = named('TraceLink', {
  from: TraceEnd,
  into: TraceEnd,
  kind: LinkKind,
  weight_mg: Type.Integer({ description: '0 from one stage of a run to the next: shares follow from what went in.' }),
  count: Count,
})
export type TraceLink = Static<typeof TraceLink>

export const TraceHold = named('TraceHold', {
  hold_id: Uuid,
  state: HoldState,
  cause: HoldCause,
  reason: Type.String(),
  placed_at: Timestamp,
})
export type TraceHold = Static<typeof TraceHold>
export const TraceShipment = named('TraceShipment', {
  shipment_id: Uuid,
  shipment_code: Text,
  state: Text,
  customer_id: Name,
  ship_to: Text,
  shipped_at: orNull(Timestamp),
})
export type TraceShipment = Static<typeof TraceShipment>
/** Who and where a business is, as the plant knows it. */
const whereabouts = {
  title: Text,
  gln: Text,
  phone: Text,
  street: Text,
  postal_code: Text,
  city: Text,
  region: Text,
  country: Text,
}

/** Who has something of the trace. */
export const TraceConsignee = named('TraceConsignee', {
  customer_id: Name,
  ...whereabouts,
  lot_count: Type.Integer(),
  weight_mg: Type.Integer({ description: 'Shipped, without what came back.' }),
})
export type TraceConsignee = Static<typeof TraceConsignee>

/** Whom something of the trace came from. A supplier that is only a text stands on its lots alone. */
export const TraceSupplier = named('TraceSupplier', {
  supplier_id: Name,
  ...whereabouts,
  lot_count: Type.Integer(),
  weight_mg: Type.Integer({ description: 'As registered, of its lots in the trace.' }),
})
export type TraceSupplier = Static<typeof TraceSupplier>

/** A lot that stood beside one of the trace: no link, and so a confidence below one. */
export const TraceNeighbour = named('TraceNeighbour', {
  lot_id: Uuid,
  lot_code: Type.String(),
  lot_type: LotType,
  status: LotStatus,
  room_id: Name,
  beside_lot_id: Uuid,
  from: Timestamp,
  until: orNull(Timestamp),
  confidence: Type.Number({
    description: 'Nine tenths of the share of the shorter stay that they stood together; never 1.',
  }),
})
export type TraceNeighbour = Static<typeof TraceNeighbour>

/** The whole trace. `whole` is its last field: an answer without it was cut off on its way. */
export const Trace = named('Trace', {
  site: Type.String(),
  at_seq: Type.Integer({ description: 'Number of the last event that the trace has seen.' }),
  direction: TraceDirection,
  rework: Type.Boolean(),
  same_room: Type.Boolean(),
  start_lot_ids: Type.Array(Uuid),
  lot_count: Type.Integer(),
  lots: Type.Array(TraceLot),
  runs: Type.Array(TraceRun),
  links: Type.Array(TraceLink),
  holds: Type.Array(TraceHold),
  shipments: Type.Array(TraceShipment),
  consignees: Type.Array(TraceConsignee),
  suppliers: Type.Array(TraceSupplier),
  neighbours: Type.Array(TraceNeighbour),
  run_count: Type.Integer(),
  link_count: Type.Integer(),
  whole: Type.Literal(true),
})
export type Trace = Static<typeof Trace>

/** Something to draw: a lot, a stage of a run, or many of either in one. */
export const TraceNode = named('TraceNode', {
  node_id: Type.String(),
  kind: oneOf('lot', 'run', 'lots', 'runs'),
  column: Type.Integer({
    description: 'Stages from the start along the longest way; below zero: what it was made of.',
  }),
  title: Type.String({ description: 'Code of the lot or run; of many, what they have in common.' }),
  start: Type.Boolean({ description: 'The trace starts here; such a lot is never collapsed.' }),
  item_id: orNull(Name),
  lot_id: orNull(Uuid),
  run_id: orNull(Uuid),
  lot_type: orNull(LotType),
  status: orNull(LotStatus),
  count: Type.Integer({ description: 'Lots or stages that this stands for; 1 unless it is collapsed.' }),
  weight_mg: Type.Integer({ description: 'As registered, of all lots that this stands for.' }),
  held_count: Type.Integer({ description: 'How many of them are on hold, rejected or recalled.' }),
})
export type TraceNode = Static<typeof TraceNode>

export const TraceEdge = named('TraceEdge', {
  from: Type.String(),
  into: Type.String(),
  count: Type.Integer({ description: 'Links that this stands for.' }),
  weight_mg: Type.Integer(),
})
export type TraceEdge = Static<typeof TraceEdge>

/** A trace to be drawn: columns of stages. What is too much for a column is collapsed, and the counts stay true. */
export const TraceGraph = named('TraceGraph', {
  site: Type.String(),
  at_seq: Type.Integer(),
  direction: TraceDirection,
  lot_count: Type.Integer(),
  stage_count: Type.Integer({ description: 'Stages of runs.' }),
  link_count: Type.Integer(),
  collapsed: Type.Boolean(),
  nodes: Type.Array(TraceNode),
  edges: Type.Array(TraceEdge),
})
export type TraceGraph = Static<typeof TraceGraph>

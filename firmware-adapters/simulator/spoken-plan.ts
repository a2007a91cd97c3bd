import { Name } from '@flowviz/contract/name'
import Type, { type Static } from 'typebox'
import { SPOKEN } from './scale-encoders.ts'

const decimal = (value: string) => Type.String({ pattern: '^-?\\d{1,9}(\\.\\d{1,3})?$', default: value })

/** A scale that speaks the protocol of the driver that `kind` names; on a line of its own, or on a TCP port. */
export const SpokenPlan = Type.Object(
  {
    kind: Type.Enum(SPOKEN),
    id: Name,
    link: Type.Optional(
      Type.String({ minLength: 1, maxLength: 255, description: 'Path that is linked to the pseudo-terminal.' }),
    ),
    port: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 65_535, description: 'Without a link; 0 takes a free one.' }),
    ),
    settings: Type.Record(Type.String(), Type.Unknown(), { default: {}, description: 'As in devices.yaml.' }),
    streams: Type.Optional(
      Type.Boolean({ description: 'Speaks by itself. Left out: when its settings say stream, or nobody asks it.' }),
    ),
    period_ms: Type.Integer({ minimum: 20, maximum: 60_000, default: 150 }),
    settle_ms: Type.Integer({ minimum: 1, maximum: 60_000, default: 1_400, description: 'How long a load swings.' }),
    capacity_kg: decimal('60.000'),
    step_kg: decimal('0.005'),
    cycle: Type.Boolean({ default: true, description: 'Puts loads on and takes them off by itself.' }),
  },
  { additionalProperties: false },
)
export type SpokenPlan = Static<typeof SpokenPlan>

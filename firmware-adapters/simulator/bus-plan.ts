import { Name } from '@flowviz/contract/name'
import Type, { type Static } from 'typebox'

const decimal = (value: string) => Type.String({ pattern: '^-?\\d{1,9}(\\.\\d{1,3})?$', default: value })
const closed = { additionalProperties: false }

export const climate = {
  temperature_c: decimal('3.0'),
  humidity: decimal('80.0'),
  swing_c: decimal('0.8'),
}

const habits = {
  id: Name,
  unit_id: Type.Integer({ minimum: 1, maximum: 255 }),
  silent: Type.Boolean({ default: false }),
  delay_ms: Type.Integer({ minimum: 0, maximum: 60_000, default: 0 }),
}

/** A transmitter of temperature and humidity on a bus. */
export const UnitPlan = Type.Object({ ...habits, ...climate }, closed)
export type UnitPlan = Static<typeof UnitPlan>

/** A device on a bus that is as its profile says. */
export const ProfileUnitPlan = Type.Object(
  { ...habits, profile: Type.String({ minLength: 1, maxLength: 255, description: 'Name and version, or a path.' }) },
  closed,
)
export type ProfileUnitPlan = Static<typeof ProfileUnitPlan>

const Link = Type.String({ minLength: 1, maxLength: 255, description: 'Path that is linked to the pseudo-terminal.' })
const Port = Type.Integer({ minimum: 0, maximum: 65_535, default: 0 })
const some = <T extends Type.TSchema>(unit: T) => Type.Array(unit, { minItems: 1, maxItems: 32 })

/** An RS-485 line with transmitters on it. */
export const RtuBusPlan = Type.Object(
  { kind: Type.Literal('xy-md02-rtu'), id: Name, link: Link, units: some(UnitPlan) },
  closed,
)
/** A Modbus TCP gateway with transmitters behind it; port 0 takes a free one. */
export const TcpBusPlan = Type.Object(
  { kind: Type.Literal('xy-md02-tcp'), id: Name, port: Port, units: some(UnitPlan) },
  closed,
)
/** An RS-485 line with devices of any profile on it. */
export const ProfileRtuPlan = Type.Object(
  { kind: Type.Literal('modbus-rtu'), id: Name, link: Link, units: some(ProfileUnitPlan) },
  closed,
)
/** The same behind a TCP port: a Modbus TCP device, or a gateway that passes RTU frames through. */
export const ProfileTcpPlan = Type.Object(
  {
    kind: Type.Enum(['modbus-tcp', 'rtu-over-tcp'] as ('modbus-tcp' | 'rtu-over-tcp')[]),
    id: Name,
    port: Port,
    units: some(ProfileUnitPlan),
  },
  closed,
)

export type LinePlan = Static<typeof RtuBusPlan> | Static<typeof ProfileRtuPlan>
export type PortPlan = Static<typeof TcpBusPlan> | Static<typeof ProfileTcpPlan>

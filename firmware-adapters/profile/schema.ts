import { Decimal } from '@flowviz/contract/decimal'
import { Report } from '@flowviz/contract/device'
import { Name } from '@flowviz/contract/name'
import { type BadReason, REASONS } from '@flowviz/contract/quality'
import { Unit } from '@flowviz/contract/unit'
import Type, { type Static } from 'typebox'
import { REGISTERS_OF, type RegisterType, type WordOrder } from '../protocol/modbus-registers.ts'
import { Simulation } from './simulation.ts'

const closed = { additionalProperties: false }
const Word = Type.Integer({ minimum: 0, maximum: 0xffff })
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const Bad = Type.Enum([...REASONS.bad] as BadReason[])
const pair = <T extends Type.TSchema>(of: T) => Type.Tuple([of, of])

/** A table of registers by the function code that reads it. */
export const FunctionCode = Type.Enum([1, 2, 3, 4] as (1 | 2 | 3 | 4)[])
export type FunctionCode = Static<typeof FunctionCode>

const TYPES = Object.keys(REGISTERS_OF) as RegisterType[]
/** An address as the manual writes it; `transport.notation` and `transport.address_base` say how that is. */
const Address = Type.Union([Type.Integer({ minimum: 0, maximum: 465_536 }), Text(8)])

/** Where something stands in a device and how it is written there. */
export const Read = Type.Object(
  {
    fc: FunctionCode,
    address: Address,
    /** `bool` is a coil or a discrete input, `text` two characters a register. */
    type: Type.Enum([...TYPES, 'bool', 'text'] as (RegisterType | 'bool' | 'text')[]),
    order: Type.Optional(Type.Enum(['ABCD', 'CDAB', 'BADC', 'DCBA'] as WordOrder[])),
    /** Registers of a `text`. */
    length: Type.Optional(Type.Integer({ minimum: 1, maximum: 32 })),
    /** These bits of an unsigned integer, moved down by `shift`. */
    mask: Type.Optional(Type.Integer({ minimum: 1, maximum: 0xffff_ffff })),
    shift: Type.Optional(Type.Integer({ minimum: 0, maximum: 31 })),
    /** One bit of it alone, the lowest being 0. */
    bit: Type.Optional(Type.Integer({ minimum: 0, maximum: 31 })),
  },
  closed,
)
export type Read = Static<typeof Read>

/** True when what is read equals this; left out: when it is not zero. */
export const Flag = Type.Object({ read: Read, equals: Type.Optional(Type.Integer()) }, closed)
export type Flag = Static<typeof Flag>

/** A raw value that is no value: the very integer, a range of them, or the registers in hex as they are on the wire. */
export const Sentinel = Type.Union([
  Type.Object({ equals: Type.Integer(), reason: Bad }, closed),
  Type.Object({ from: Type.Integer(), to: Type.Integer(), reason: Bad }, closed),
  Type.Object({ raw: Type.String({ pattern: '^([0-9a-f]{4}){1,4}$' }), reason: Bad }, closed),
])
export type Sentinel = Static<typeof Sentinel>

/** What the device says in a code: how many places a weight has, or in which unit it is. */
const codeOf = <T extends Type.TSchema>(meaning: T) =>
  Type.Object({ read: Read, map: Type.Record(Type.String({ pattern: '^\\d{1,5}$' }), meaning) }, closed)

export const Point = Type.Object(
  {
    key: Name,
    title: Type.Optional(Text(80)),
    read: Read,
    /** The sign, of a device that keeps it apart from the size. A value that is negative already stays so. */
    negative: Type.Optional(Flag),
    scale: Type.Optional(Decimal),
    offset: Type.Optional(Decimal),
    /** Places that a float is rounded to; left out: as many as it has. */
    places: Type.Optional(Type.Integer({ minimum: 0, maximum: 9 })),
    places_from: Type.Optional(codeOf(Type.Integer({ minimum: 0, maximum: 9 }))),
    unit: Unit,
    /** Where the device says its unit: a value in another one than that of the channel is none. */
    unit_from: Type.Optional(codeOf(Unit)),
    sentinels: Type.Optional(Type.Array(Sentinel, { maxItems: 16 })),
    /** Outside of `hard` the value cannot be, outside of `warn` it is doubted; in the unit of the point. */
    range: Type.Optional(
      Type.Object({ hard: Type.Optional(pair(Decimal)), warn: Type.Optional(pair(Decimal)) }, closed),
    ),
    report: Type.Optional(Report),
    weight: Type.Optional(
      Type.Object(
        {
          basis: Type.Enum(['gross', 'net', 'tare', 'unknown'] as ('gross' | 'net' | 'tare' | 'unknown')[]),
          stable: Type.Optional(Flag),
          at_zero: Type.Optional(Flag),
        },
        closed,
      ),
    ),
    purpose: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' })),
  },
  closed,
)
export type Point = Static<typeof Point>

/** A state of the whole device in which some or all of its points have no value. */
export const Status = Type.Object(
  { ...Flag.properties, reason: Bad, points: Type.Optional(Type.Array(Name, { minItems: 1, maxItems: 64 })) },
  closed,
)
export type Status = Static<typeof Status>

/** Registers that this device must not be asked for, not even within a longer read. */
const Forbidden = Type.Object({ fc: FunctionCode, from: Word, to: Word }, closed)

export const ProfileTransport = Type.Object(
  {
    kinds: Type.Array(Type.Enum(['modbus-rtu', 'modbus-tcp', 'rtu-over-tcp'] as const), { minItems: 1 }),
    /** How the line is set when the device comes from its maker. */
    serial: Type.Optional(
      Type.Object({ baud: Type.Integer({ minimum: 300, maximum: 921_600 }), format: Text(3) }, closed),
    ),
    unit_id: Type.Integer({ minimum: 1, maximum: 255, default: 1 }),
    /** What the first register is called in the manual. Modicon numbers (40001) always begin at 1. */
    address_base: Type.Enum([0, 1] as (0 | 1)[]),
    notation: Type.Enum(['decimal', 'hex', 'modicon'] as ('decimal' | 'hex' | 'modicon')[]),
    registers_per_request_max: Type.Integer({ minimum: 1, maximum: 125, default: 125 }),
    /** So many registers that nobody wants are read along to save a request. */
    gap_max: Type.Integer({ minimum: 0, maximum: 124, default: 4 }),
    forbidden: Type.Optional(Type.Array(Forbidden, { maxItems: 32 })),
    inter_request_delay_ms: Type.Integer({ minimum: 0, maximum: 1_000, default: 30 }),
    timeout_ms: Type.Integer({ minimum: 50, maximum: 60_000, default: 1_000 }),
    poll_ms: Type.Integer({ minimum: 50, maximum: 3_600_000, default: 2_000 }),
  },
  closed,
)
export type ProfileTransport = Static<typeof ProfileTransport>

/** A question whose answer tells this device from others, asked at the start and after every silence. */
const Identify = Type.Object(
  {
    read: Read,
    expect: Type.Optional(
      Type.Union([
        Type.Object({ equals: Type.Integer() }, closed),
        Type.Object({ range: pair(Type.Integer()) }, closed),
        Type.Object({ text: Text(64) }, closed),
      ]),
    ),
  },
  closed,
)

const Hex = Type.String({ pattern: '^([0-9a-f]{2}){4,256}$' })
const Exchange = { tx: Hex, rx: Hex }
/** A dialogue and the values, or the reasons for none, that come of it. Every profile proves itself by some. */
const ProfileTest = Type.Object(
  {
    ...Exchange,
    also: Type.Optional(Type.Array(Type.Object(Exchange, closed), { maxItems: 8 })),
    expect: Type.Record(Name, Type.Union([Decimal, Bad])),
  },
  closed,
)

/** What is known about a kind of device: where its values stand and what they mean. */
export const Profile = Type.Object(
  {
    profile: Name,
    version: Type.Integer({ minimum: 1, maximum: 9_999 }),
    title: Text(80),
    /** documented: as the manual says; simulated: against our simulator; interop: read by and from others' programs; hardware: on the device. */
    trust: Type.Enum(['documented', 'simulated', 'interop', 'hardware'] as const),
    products: Type.Array(Type.Object({ brand: Text(40), model: Text(60), firmware: Type.Optional(Text(40)) }, closed), {
      minItems: 1,
      maxItems: 32,
    }),
    transport: ProfileTransport,
    /** What nobody but the plant knows, as places in `overrides`: without them a device is not read. */
    requires: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z][a-z0-9_/-]{0,99}$' }), { minItems: 1, maxItems: 16 }),
    ),
    identify: Type.Optional(Identify),
    status: Type.Optional(Type.Array(Status, { maxItems: 32 })),
    points: Type.Array(Point, { maxItems: 64 }),
    caveats: Type.Array(Text(400), { maxItems: 32 }),
    tests: Type.Array(ProfileTest, { maxItems: 64 }),
    simulator: Type.Optional(Simulation),
  },
  closed,
)
export type Profile = Static<typeof Profile>

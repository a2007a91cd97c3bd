import { FlowError } from '@flowviz/contract/error'
import { Name } from '@flowviz/contract/name'
import Type, { type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { climate, ProfileRtuPlan, ProfileTcpPlan, RtuBusPlan, TcpBusPlan } from './bus-plan.ts'
import type { FamilyKind } from './payload-template.ts'
import { MachinePlan } from './pretend-machine.ts'
import { SPOKEN } from './scale-encoders.ts'
import { SpokenPlan } from './spoken-plan.ts'

const decimal = (value: string) => Type.String({ pattern: '^-?\\d{1,9}(\\.\\d{1,3})?$', default: value })
const Link = Type.String({ minLength: 1, maxLength: 255, description: 'Path that is linked to the pseudo-terminal.' })
const closed = { additionalProperties: false }

/** A scale on a serial line of its own. */
export const ScalePlan = Type.Object(
  {
    kind: Type.Literal('mt-sics'),
    id: Name,
    link: Type.Optional(Link),
    port: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 65_535, description: 'Without a link; 0 takes a free one.' }),
    ),
    capacity_kg: decimal('60.000'),
    step_kg: decimal('0.005'),
    serial: Type.String({ pattern: '^[A-Za-z0-9-]{1,20}$', default: 'B012345678' }),
    cycle: Type.Boolean({ default: true, description: 'Puts loads on and takes them off by itself.' }),
  },
  closed,
)
export type ScalePlan = Static<typeof ScalePlan>

export const FAMILIES: FamilyKind[] = [
  'mqtt-json',
  'tasmota',
  'shelly-gen1',
  'shelly-gen2',
  'zigbee2mqtt',
  'chirpstack',
  'milesight',
  'sparkplug-b',
]

/** A sensor that publishes temperature and humidity in the way of a family, with QoS 1 (Sparkplug: 0). */
export const SensorPlan = Type.Object(
  {
    kind: Type.Enum(FAMILIES),
    id: Name,
    url: Type.String({ pattern: '^mqtts?://' }),
    topic: Type.String({ pattern: '^[^#+\\u0000]{1,200}$' }),
    identity: Name,
    /** Left out at a broker that asks nobody who he is. */
    secret_file: Type.Optional(Type.String({ minLength: 1 })),
    /** Of a sensor behind a LoRaWAN gateway. */
    dev_eui: Type.String({ pattern: '^[0-9a-f]{16}$', default: '24e124136b502217' }),
    period_ms: Type.Integer({ minimum: 50, maximum: 3_600_000, default: 5_000 }),
    ...climate,
  },
  closed,
)
export type SensorPlan = Static<typeof SensorPlan>

/** A label printer on a TCP port; 0 takes a free one. */
export const PrinterPlan = Type.Object(
  {
    kind: Type.Literal('zpl'),
    id: Name,
    port: Type.Integer({ minimum: 0, maximum: 65_535, default: 0 }),
    copy_ms: Type.Integer({ minimum: 1, maximum: 60_000, default: 150 }),
  },
  closed,
)
export type PrinterPlan = Static<typeof PrinterPlan>

/** The file that `FLOWVIZ_SIMULATORS_FILE` names. */
export const SimulatorPlan = Type.Object(
  {
    v: Type.Literal(1),
    /** The same seed gives the same loads and the same noise. */
    seed: Type.Integer({ minimum: 0, maximum: 0xffff_ffff, default: 1 }),
    /** Port on 127.0.0.1 of the control door; 0 takes a free one. */
    control_port: Type.Integer({ minimum: 0, maximum: 65_535, default: 0 }),
    devices: Type.Array(
      Type.Union([
        ScalePlan,
        SpokenPlan,
        MachinePlan,
        RtuBusPlan,
        TcpBusPlan,
        ProfileRtuPlan,
        ProfileTcpPlan,
        SensorPlan,
        PrinterPlan,
      ]),
      { maxItems: 100 },
    ),
  },
  closed,
)
export type SimulatorPlan = Static<typeof SimulatorPlan>
export type DevicePlan = SimulatorPlan['devices'][number]

const planValidator = Compile(SimulatorPlan)
const sensor = Compile(SensorPlan)
const spoken = Compile(SpokenPlan)
const validators = {
  'mt-sics': Compile(ScalePlan),
  'xy-md02-rtu': Compile(RtuBusPlan),
  'xy-md02-tcp': Compile(TcpBusPlan),
  'modbus-rtu': Compile(ProfileRtuPlan),
  'modbus-tcp': Compile(ProfileTcpPlan),
  'rtu-over-tcp': Compile(ProfileTcpPlan),
  ...(Object.fromEntries(FAMILIES.map(kind => [kind, sensor])) as Record<FamilyKind, typeof sensor>),
  ...Object.fromEntries(SPOKEN.map(kind => [kind, spoken])),
  weihenstephan: Compile(MachinePlan),
  zpl: Compile(PrinterPlan),
} as const

/** Checks a plan and fills its defaults in. @throws FlowError config_invalid, naming every problem */
export function parsePlan(text: string): SimulatorPlan {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (cause) {
    throw new FlowError('config_invalid', 'The plan is not JSON.', { cause })
  }
  const plan = planValidator.Default(withDefaults(document))
  if (planValidator.Check(plan)) return plan
  const problems = planValidator.Errors(plan).map(({ instancePath, message }) => `${instancePath || '/'}: ${message}`)
  throw new FlowError('config_invalid', problems.join('\n'))
}

/** Defaults inside a union are only filled in by the member that is meant. */
function withDefaults(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || !('devices' in document)) return document
  if (!Array.isArray(document.devices)) return document
  const devices = document.devices.map((device: { kind?: unknown }) =>
    typeof device.kind === 'string' && Object.hasOwn(validators, device.kind)
      ? validators[device.kind as keyof typeof validators].Default(device)
      : device,
  )
  return { ...document, devices }
}

import { Decimal } from '@flowviz/contract/decimal'
import { Name } from '@flowviz/contract/name'
import Type, { type Static } from 'typebox'

const decimal = Type.String({ pattern: '^-?\\d{1,9}(\\.\\d{1,3})?$' })
const flag = Type.Boolean()

/** What can be done to a pretended device: `POST /<id>/control`. Fields that do not concern it are refused. */
export const Control = Type.Object(
  {
    /** Scale: puts exactly this on the pan and stops the cycle. */
    load_kg: Type.Optional(decimal),
    cycle: Type.Optional(flag),
    drift_kg: Type.Optional(decimal),
    /** Scale: says what it shows, as when somebody presses its print key. */
    print: Type.Optional(Type.Literal(true)),
    /** Transmitter or sensor. */
    temperature_c: Type.Optional(decimal),
    humidity: Type.Optional(decimal),
    probe_broken: Type.Optional(flag),
    delay_ms: Type.Optional(Type.Integer({ minimum: 0, maximum: 60_000 })),
    /** Device of a profile: its values by their point, in its unit. */
    values: Type.Optional(Type.Record(Name, Decimal)),
    /** Label printer: so many labels are left; paused at its button; its head is open. */
    paper: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
    paused: Type.Optional(flag),
    head_open: Type.Optional(flag),
    /** Any: answers no more; pulls the plug or puts it in; sends bytes that mean nothing. */
    silent: Type.Optional(flag),
    unplug: Type.Optional(Type.Literal(true)),
    plug: Type.Optional(Type.Literal(true)),
    garbage: Type.Optional(flag),
  },
  { additionalProperties: false, minProperties: 1 },
)
export type Control = Static<typeof Control>

/** A device that is pretended. */
export interface Pretended {
  /** Ids under which it can be steered. */
  ids: readonly string[]
  /** What the ready line says of it: its path or port. */
  place: Readonly<Record<string, string | number>>
  /** Names of the fields that this device does not know; empty when all was done. */
  control(id: string, control: Control): Promise<string[]>
  /** What it shows to whoever looks, `GET /<id>`; left out: nothing. */
  show?(): unknown
  stop(): Promise<void>
}

export type Steps = Partial<{ [K in keyof Control]: (value: NonNullable<Control[K]>) => void | Promise<void> }>

/** Takes the steps that the control asks for; gives the names of those that there are none for, and then does nothing. */
export async function steer(control: Control, steps: Steps): Promise<string[]> {
  const names = Object.keys(control) as (keyof Control)[]
  const unknown = names.filter(name => steps[name] === undefined)
  if (unknown.length > 0) return unknown
  for (const name of names) await (steps[name] as (value: unknown) => void | Promise<void>)(control[name])
  return []
}

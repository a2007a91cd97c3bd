import type { TSchema } from 'typebox'
import { table } from './text.ts'

interface Shape {
  title?: string
  description?: string
  default?: unknown
  enum?: unknown[]
  type?: string
  minimum?: number
  maximum?: number
  pattern?: string
  anyOf?: Shape[]
  properties?: Record<string, Shape>
  patternProperties?: Record<string, Shape>
  required?: string[]
}

const shown = (value: unknown) =>
  value === '' ? 'empty' : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``

function allowed({ enum: values, anyOf, type, minimum, maximum, pattern }: Shape): string {
  if (values !== undefined) return values.map(shown).join(', ')
  if (anyOf !== undefined) return anyOf.map(allowed).join(' or ')
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`
  if (pattern !== undefined) return `\`${pattern}\``
  return type === 'boolean' ? '`true`, `false`' : type === 'null' ? '`null`' : (type ?? '')
}

/** The row of a setting, and below it those of what stands inside. */
function rowsOf(name: string, shape: Shape, required: boolean): string[][] {
  const means = [shape.title, shape.description].filter(text => text !== undefined)
  const usual = shape.default === undefined ? (required ? 'to be given' : 'left out') : shown(shape.default)
  const inside = shape.properties ?? Object.values(shape.patternProperties ?? {})[0]?.properties ?? {}
  const path = shape.properties === undefined ? `${name}.<name>` : name
  return [
    [`\`${name}\``, means.map(text => (/[.:?!]$/.test(text) ? text : `${text}.`)).join(' '), usual, allowed(shape)],
    ...Object.entries(inside).flatMap(([key, one]) => rowsOf(`${path}.${key}`, one, one.default === undefined)),
  ]
}

/** The settings of a schema but for those that are told elsewhere; empty when there are none. */
export function settingsTable(schema: TSchema, except: readonly string[] = []): string {
  const { properties = {}, required = [] } = schema as Shape
  const rows = Object.entries(properties)
    .filter(([name]) => !except.includes(name))
    .flatMap(([name, shape]) => rowsOf(name, shape, required.includes(name)))
  return rows.length === 0 ? '' : table(['`settings`', 'means', 'default', 'allowed'], rows)
}

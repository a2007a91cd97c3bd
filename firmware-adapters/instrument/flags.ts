import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Channel, DeviceConfig, PlantDevices, SerialLine } from '@flowviz/contract/device'
import { SerialLine as SerialLineShape } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import { isUnit } from '@flowviz/contract/unit'
import { Compile } from 'typebox/compile'
import { readDevices } from '../gateway/devices-file.ts'

const OPTIONS = {
  devices: { type: 'string' },
  ports: { type: 'string' },
  baud: { type: 'string', multiple: true },
  format: { type: 'string' },
  seconds: { type: 'string' },
  reads: { type: 'string' },
  'bytes-max': { type: 'string' },
  driver: { type: 'string' },
  settings: { type: 'string' },
  unit: { type: 'string' },
  'unit-id': { type: 'string' },
  expect: { type: 'string' },
  idle: { type: 'boolean' },
  redact: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

export type Flags = ReturnType<typeof parseFlags>['flags']

/** The words of a command line and its flags. @throws FlowError config_invalid for a flag that there is none of */
export function parseFlags(args: string[]) {
  try {
    const { values: flags, positionals: words } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
    return { flags, words }
  } catch (cause) {
    throw new FlowError('config_invalid', cause instanceof Error ? cause.message : 'The flags cannot be read.', {
      cause,
    })
  }
}

/** A whole number of a flag within its limits. @throws FlowError config_invalid */
export function numberOf(
  flags: Flags,
  name: keyof Flags & string,
  [least, most, usual]: [number, number, number],
): number {
  const given = flags[name]
  const value = given === undefined ? usual : Number(Array.isArray(given) ? given[0] : given)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new FlowError('config_invalid', `--${name} is not a whole number from ${least} to ${most}.`)
}

/** The rates that were named; null when none was. @throws FlowError config_invalid */
export function baudsOf({ baud }: Flags): number[] | null {
  if (baud === undefined) return null
  return baud
    .flatMap(text => text.split(','))
    .map(text => numberOf({ baud: [text] } as Flags, 'baud', [300, 921_600, 0]))
}

const line = Compile(SerialLineShape)

/** @throws FlowError config_invalid */
export function lineOf(path: string, flags: Flags): SerialLine {
  const given = { path, baud: baudsOf(flags)?.[0] ?? 9_600, format: flags.format ?? '8N1' }
  if (line.Check(given)) return given
  throw new FlowError('config_invalid', `--format is one of 8N1, 7E1, 7O1, 8E1, 8O1, 8N2, 7N2; not ${flags.format}.`)
}

/** The described devices; null when no file was named or found. @throws FlowError config_invalid */
export async function plantOf({ devices }: Flags): Promise<PlantDevices | null> {
  return devices === undefined || !existsSync(devices) ? null : readDevices(devices)
}

/** One device of devices.yaml. @throws FlowError config_invalid, device_not_found */
export async function deviceOf(id: string, flags: Flags): Promise<DeviceConfig> {
  const plant = await plantOf(flags)
  if (plant === null)
    throw new FlowError('config_invalid', `There is no ${flags.devices ?? 'devices.yaml'}.`, {
      hint: 'Name the file with --devices.',
    })
  const found = plant.devices.find(device => device.id === id)
  if (found !== undefined) return found
  throw new FlowError('device_not_found', `There is no device ${id} in ${flags.devices}.`, {
    hint: `There are ${plant.devices.map(device => device.id).join(', ') || 'none'}.`,
  })
}

/** Settings as JSON, or the name of a file with them. @throws FlowError config_invalid */
export function settingsOf({ settings }: Flags): object | undefined {
  if (settings === undefined) return undefined
  const value = jsonOf(settings.startsWith('{') ? settings : readText(settings), '--settings')
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new FlowError('config_invalid', '--settings is no JSON object.')
}

/** The channel of a replay, when its unit was named. @throws FlowError config_invalid */
export function channelsOf({ unit }: Flags): Channel[] | undefined {
  if (unit === undefined) return undefined
  if (isUnit(unit)) return [{ name: 'weight', unit }]
  throw new FlowError('config_invalid', `--unit is a UCUM code such as kg, g or [lb_av]; not ${unit}.`)
}

/** @throws FlowError config_invalid */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new FlowError('config_invalid', `${path} cannot be read.`, { cause })
  }
}

/** @throws FlowError config_invalid */
export function jsonOf(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new FlowError('config_invalid', `${what} is not JSON.`, { cause })
  }
}

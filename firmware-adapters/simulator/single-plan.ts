import { parseArgs } from 'node:util'
import { FlowError } from '@flowviz/contract/error'
import { shippedProfiles } from '../profile/shelf.ts'
import { FAMILIES, parsePlan, type SimulatorPlan } from './plan.ts'
import { SPOKEN } from './scale-encoders.ts'

const OPTIONS = {
  link: { type: 'string' },
  port: { type: 'string' },
  id: { type: 'string', default: 'simulated-1' },
  settings: { type: 'string' },
  load: { type: 'string' },
  stream: { type: 'boolean' },
  'unit-id': { type: 'string', default: '1' },
  url: { type: 'string' },
  topic: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

type Flags = ReturnType<typeof parse>['values']

/** One device and what lies on it, as a command line asks for it. */
export interface Single {
  plan: SimulatorPlan
  id: string
  load_kg: string | null
  json: boolean
}

/** @throws FlowError config_invalid; for a kind that there is none of it names them all */
export function singlePlan(args: string[]): Single {
  const { values: flags, positionals } = parse(args)
  const device = deviceOf(positionals[0] ?? '', flags)
  const text = JSON.stringify({ v: 1, devices: [device] })
  return { plan: parsePlan(text), id: flags.id, load_kg: flags.load ?? null, json: flags.json }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch (cause) {
    throw new FlowError('config_invalid', cause instanceof Error ? cause.message : 'The flags cannot be read.', {
      cause,
    })
  }
}

function deviceOf(kind: string, flags: Flags): object {
  const { id, link, load, url, topic } = flags
  const place = link === undefined ? { port: Number(flags.port ?? 0) } : { link }
  if (kind === 'mt-sics' || (SPOKEN as string[]).includes(kind))
    return { kind, id, ...place, ...scale(flags), cycle: load === undefined }
  if (kind === 'weihenstephan') return { kind, id, port: Number(flags.port ?? 0) }
  if (shippedProfiles().has(kind)) {
    const units = [{ id: `${id}-unit`, unit_id: Number(flags['unit-id']), profile: kind }]
    return { kind: link === undefined ? 'modbus-tcp' : 'modbus-rtu', id, ...place, units }
  }
  if ((FAMILIES as string[]).includes(kind)) {
    if (url === undefined || topic === undefined)
      throw new FlowError('config_invalid', 'A sensor needs its broker and its topic: --url and --topic.')
    return { kind, id, identity: id, url, topic }
  }
  const known = ['mt-sics', ...SPOKEN, 'weihenstephan', ...shippedProfiles().keys(), ...FAMILIES]
  throw new FlowError('config_invalid', `There is no ${kind} to pretend; there are ${known.join(', ')}.`)
}

function scale({ settings, stream }: Flags): object {
  if (settings === undefined) return stream ? { streams: true } : {}
  try {
    return { settings: JSON.parse(settings), ...(stream ? { streams: true } : {}) }
  } catch (cause) {
    throw new FlowError('config_invalid', '--settings is not JSON.', { cause })
  }
}

import type { SerialLine } from '@flowviz/contract/device'
import { stringify } from 'yaml'
import type { Match } from './match.ts'

const UNITS = ['kg', 'g', 'lb', 't'] as const

/** The entry of devices.yaml for what was recognised; who it is and where it stands is for a person to say. */
export function snippetOf({ driver, settings, said }: Match, { path, baud, format }: SerialLine): string {
  const printed = UNITS.find(unit => said.split(' ').includes(unit)) ?? 'kg'
  const modbus = driver === 'modbus'
  const transport = { kind: modbus ? 'modbus-rtu' : 'serial', path, baud, format, ...(modbus ? { unit_id: 1 } : {}) }
  const given = { ...settings, ...(modbus ? { profile: 'generic@1' } : {}) }
  const channel = modbus
    ? { name: 'value', unit: '1' }
    : { name: 'weight', unit: printed === 'lb' ? '[lb_av]' : printed }
  const device = {
    id: 'scale-1',
    name: 'Scale 1',
    driver,
    location: 'receiving',
    identity: 'gateway-1',
    transport,
    ...(Object.keys(given).length > 0 ? { settings: given } : {}),
    channels: [channel],
  }
  return stringify([device], { lineWidth: 120 }).trimEnd()
}

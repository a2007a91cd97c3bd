import type { DeviceConfig } from '@flowviz/contract/device'
import { Compile } from 'typebox/compile'
import { FAMILIES } from '../payload/registry.ts'
import { settingsProblems } from './settings.ts'
import type { PlantProblem } from './yaml.ts'

const validators = new Map([...FAMILIES].map(([id, family]) => [id, Compile(family.settings)]))

/**
 * A device that publishes to the appliance itself, with the defaults of its family's settings, and what is wrong with
 * it. Any other device stays as it is: it is checked by the gateway, which has its driver.
 */
export function checkDoor(device: DeviceConfig, path: string): { device: DeviceConfig; problems: PlantProblem[] } {
  const [family, validator] = [FAMILIES.get(device.driver), validators.get(device.driver)]
  if (device.transport.kind !== 'mqtt-door' || family === undefined || validator === undefined)
    return { device, problems: [] }
  const settings = validator.Default(device.settings ?? {})
  const wrong = settingsProblems(family.settings, validator.Errors(settings), path)
  if (wrong.length > 0) return { device, problems: wrong }
  const { topic } = device.transport
  const found = family.problems({ topic, settings: settings as never, channels: device.channels })
  return {
    device: { ...device, settings: settings as Record<string, unknown> },
    problems: found.map(problem => ({ ...problem, path: `${path}${problem.path}` })),
  }
}

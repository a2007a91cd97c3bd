import { type DeviceConfig, devicesProblems, type PlantDevices } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'

export interface DeviceChanges {
  registered: DeviceConfig[]
  changed: DeviceConfig[]
  retired: string[]
}

/**
 * What the device file changes in what the ledger knows. Both sides are compared as text, so both must have their keys
 * in the order of the schema.
 * @throws FlowError config_invalid when the file is another site's or breaks a rule between its devices.
 */
export function deviceChanges(known: DeviceConfig[], plant: PlantDevices, site: string): DeviceChanges {
  if (plant.site !== site)
    throw new FlowError('config_invalid', `The device file is for ${plant.site}; this box is ${site}.`)
  const [problem] = devicesProblems(plant)
  if (problem !== undefined) throw new FlowError('config_invalid', `${problem.path}: ${problem.message}`)
  const textOf = new Map(known.map(config => [config.id, JSON.stringify(config)]))
  const wanted = new Set(plant.devices.map(({ id }) => id))
  return {
    registered: plant.devices.filter(({ id }) => !textOf.has(id)),
    changed: plant.devices.filter(config => {
      const text = textOf.get(config.id)
      return text !== undefined && text !== JSON.stringify(config)
    }),
    retired: known.map(({ id }) => id).filter(id => !wanted.has(id)),
  }
}

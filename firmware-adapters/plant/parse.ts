import { devicesProblems, PlantDevices } from '@flowviz/contract/device'
import { Compile } from 'typebox/compile'
import { checkDoor } from './door.ts'
import { type PlantProblem, readYaml } from './yaml.ts'

export type { PlantProblem } from './yaml.ts'

const shape = Compile(PlantDevices)

/**
 * Reads the text of `devices.yaml` and holds it to the contract, with every problem at once. `plant` is null when its
 * shape is wrong; a plant of the right shape may still break rules between its devices. Never throws for its content.
 * The gateway, the appliance and the technician's tool all read the file with this one function.
 */
export function parsePlant(text: string): { plant: PlantDevices | null; problems: PlantProblem[] } {
  const { value, problems } = readYaml(text)
  if (problems.length > 0) return { plant: null, problems }
  if (shape.Check(value)) {
    const doors = value.devices.map((device, at) => checkDoor(device, `/devices/${at}`))
    return {
      plant: { ...value, devices: doors.map(({ device }) => device) },
      problems: [...devicesProblems(value), ...doors.flatMap(({ problems }) => problems)],
    }
  }
  return {
    plant: null,
    problems: shape.Errors(value).map(({ instancePath, message }) => ({ path: instancePath || '/', message })),
  }
}

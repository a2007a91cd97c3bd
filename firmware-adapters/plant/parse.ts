import { devicesProblems, PlantDevices } from '@flowviz/contract/device'
import { Compile } from 'typebox/compile'
import { parseDocument, type Tags } from 'yaml'

/** What is wrong in a devices file, and where: a JSON pointer, or the line when it is not YAML. */
export interface PlantProblem {
  path: string
  message: string
}

/** YAML reads the line format 8E1 as the number 80; nothing in this file is written with an exponent. */
const withoutExponents = (tags: Tags): Tags => tags.filter(tag => typeof tag === 'string' || tag.format !== 'EXP')

const shape = Compile(PlantDevices)

/**
 * Reads the text of `devices.yaml` and holds it to the contract, with every problem at once. `plant` is null when its
 * shape is wrong; a plant of the right shape may still break rules between its devices. Never throws for its content.
 * The gateway, the appliance and the technician's tool all read the file with this one function.
 */
export function parsePlant(text: string): { plant: PlantDevices | null; problems: PlantProblem[] } {
  const document = parseDocument(text, { customTags: withoutExponents })
  if (document.errors.length > 0)
    return {
      plant: null,
      problems: document.errors.map(({ message, linePos }) => ({ path: `line ${linePos?.[0].line ?? '?'}`, message })),
    }
  const value: unknown = document.toJS()
  if (shape.Check(value)) return { plant: value, problems: devicesProblems(value) }
  return {
    plant: null,
    problems: shape.Errors(value).map(({ instancePath, message }) => ({ path: instancePath || '/', message })),
  }
}

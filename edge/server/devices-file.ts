import { readFileSync } from 'node:fs'
import type { PlantDevices } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import { parsePlant } from '@flowviz/firmware-adapters/plant/parse'

/**
 * Reads `devices.yaml` and holds it to the contract.
 * @throws FlowError config_invalid with every problem at once.
 */
export function readDevices(path: string, site: string): PlantDevices {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new FlowError('config_invalid', `${path} cannot be read.`, { cause })
  }
  const { plant, problems } = parsePlant(text)
  if (plant !== null && plant.site !== site)
    problems.unshift({ path: '/site', message: `is ${plant.site}, but this box is ${site}` })
  if (plant === null || problems.length > 0) {
    const list = problems.map(({ path, message }) => `${path} ${message}`).join('; ')
    const errors = problems.map(({ path: field, message }) => ({ field, message }))
    throw new FlowError('config_invalid', `${path} is not valid: ${list}`, { extra: { errors } })
  }
  return plant
}

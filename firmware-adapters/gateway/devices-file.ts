import { readFile } from 'node:fs/promises'
import type { DeviceConfig, PlantDevices } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import { Compile } from 'typebox/compile'
import { type PlantProblem as Problem, parsePlant } from '../plant/parse.ts'
import { settingsProblems } from '../plant/settings.ts'
import { DRIVERS, LINK_OF } from '../registry.ts'

const settingsValidators = new Map([...DRIVERS].map(([id, driver]) => [id, Compile(driver.settings)]))

/**
 * Reads devices.yaml, with the defaults of the drivers filled in.
 * @throws FlowError config_invalid; its message and `extra.errors` name every problem at once
 */
export async function readDevices(path: string): Promise<PlantDevices> {
  return parseDevices(await readDevicesText(path))
}

/** Its text. @throws FlowError config_invalid */
export async function readDevicesText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new FlowError('config_invalid', `${path} cannot be read.`, { cause })
  })
}

/**
 * Checks the text of devices.yaml: shape, rules, drivers, their settings and channels.
 * @throws FlowError config_invalid
 */
export function parseDevices(text: string): PlantDevices {
  const { plant, problems } = checkDevices(text)
  if (plant === null || problems.length > 0) throw refused(problems)
  return plant
}

/** The same, as a list of problems for a person who corrects the file; never throws for its content. */
export function checkDevices(text: string): { plant: PlantDevices | null; problems: Problem[] } {
  const { plant, problems: found } = parsePlant(text)
  if (plant === null) return { plant, problems: found }
  const problems = [...found, ...busProblems(plant)]
  const devices = plant.devices.map((device, at) => withDriver(device, `/devices/${at}`, problems))
  return { plant: { ...plant, devices }, problems }
}

/** The device with the defaults of its driver's settings; what is wrong with it is added to the problems. */
function withDriver(device: DeviceConfig, path: string, problems: Problem[]): DeviceConfig {
  const driver = DRIVERS.get(device.driver)
  const validator = settingsValidators.get(device.driver)
  if (driver === undefined || validator === undefined) {
    const known = [...DRIVERS.keys()].join(', ')
    problems.push({ path: `${path}/driver`, message: `no driver ${device.driver}; there are ${known}` })
    return device
  }
  const { kind } = device.transport
  if (LINK_OF[kind] !== driver.link)
    problems.push({ path: `${path}/transport/kind`, message: `${driver.id} does not work over ${kind}` })
  for (const message of driver.check(device.channels)) problems.push({ path: `${path}/channels`, message })
  // At the appliance's door the file itself was held to the family of its payloads.
  if (kind === 'mqtt-door') return device
  const settings = validator.Default(device.settings ?? {})
  problems.push(...settingsProblems(driver.settings, validator.Errors(settings), path))
  const checked = { ...device, settings: settings as Record<string, unknown> }
  if (driver.problems !== undefined && kind === 'mqtt' && validator.Check(settings)) {
    const { topic } = device.transport
    const found = driver.problems({ topic, settings: settings as never, channels: device.channels })
    for (const problem of found) problems.push({ ...problem, path: `${path}${problem.path}` })
  }
  if (driver.fit === undefined || !validator.Check(settings)) return checked
  const fitting = driver.fit(settings as never, device.channels)
  for (const problem of fitting.problems) problems.push({ ...problem, path: `${path}${problem.path}` })
  const { channels, settings: read = settings } = fitting
  return { ...checked, settings: read as Record<string, unknown>, channels }
}

/** Units of one line share its settings. */
function busProblems(plant: PlantDevices): Problem[] {
  const lines = new Map<string, string>()
  return plant.devices.flatMap(({ transport: at }, index) => {
    if (at.kind !== 'modbus-rtu') return []
    const settings = `${at.baud} ${at.format}`
    const first = lines.get(at.path) ?? settings
    lines.set(at.path, first)
    if (first === settings) return []
    return [{ path: `/devices/${index}/transport`, message: `${at.path} is used with ${first} and with ${settings}` }]
  })
}

function refused(problems: Problem[]): FlowError {
  const sentences = problems.map(({ path, message }) => `${path === '' ? '/' : path}: ${message}`)
  return new FlowError('config_invalid', sentences.join('\n'), {
    extra: { errors: problems.map(({ path, message }) => ({ field: path, message })) },
  })
}

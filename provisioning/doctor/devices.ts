import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { devicesProblems, PlantDevices } from '@flowviz/contract/device'
import { Compile } from 'typebox/compile'
import { parseDocument } from 'yaml'
import { type Finding, fail, ok, warn } from './finding.ts'

const shape = Compile(PlantDevices)

/** What is wrong in a devices file, each with the place where it stands. */
export interface DevicesReport {
  plant: PlantDevices | null
  problems: { path: string; message: string }[]
}

/** Reads `devices.yaml` and holds it to the contract, with every problem at once; never throws for its content. */
export function readDevicesFile(path: string): DevicesReport {
  const document = parseDocument(readFileSync(path, 'utf8'))
  if (document.errors.length > 0)
    return {
      plant: null,
      problems: document.errors.map(({ message, linePos }) => ({ path: `line ${linePos?.[0].line ?? '?'}`, message })),
    }
  const value: unknown = document.toJS()
  const problems = shape.Errors(value).map(({ instancePath, message }) => ({ path: instancePath || '/', message }))
  if (!shape.Check(value)) return { plant: null, problems }
  return { plant: value, problems: devicesProblems(value) }
}

/** The devices file is valid, and every serial line that it names is there. */
export function checkDevices(path: string): Finding[] {
  if (!existsSync(path))
    return [fail('devices_file', `${path} does not exist.`, 'Write it, or correct FLOWVIZ_DEVICES_FILE.')]
  const { plant, problems } = readDevicesFile(path)
  if (problems.length > 0 || plant === null) {
    const list = problems.map(problem => `${problem.path}: ${problem.message}`).join('; ')
    return [fail('devices_file', `${path}: ${list}`, `Correct it, then: flowviz device check-config ${path}`)]
  }
  const lines = new Set(
    plant.devices.flatMap(({ transport, enabled }) =>
      enabled !== false && 'baud' in transport ? [transport.path] : [],
    ),
  )
  return [ok('devices_file', `${plant.devices.length} devices in ${path}`), ...[...lines].map(checkLine)]
}

function checkLine(path: string): Finding {
  if (!existsSync(path))
    return fail('serial_line', `${path} is not there.`, 'Plug the adapter in; `ls /dev/flowviz` shows those that are.')
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
  } catch {
    return warn(
      'serial_line',
      `${path} may not be opened by this user.`,
      'Run with sudo, or add the user to the group dialout.',
    )
  }
  if (/^\/dev\/tty(USB|ACM)\d+$/.test(path))
    return warn(
      'serial_line',
      `${path} changes its name with the order of plugging.`,
      'Name the line by /dev/flowviz/... in devices.yaml.',
    )
  return ok('serial_line', `${path} is there`)
}

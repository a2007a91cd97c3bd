import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { checkDevices as checkPlant } from '@flowviz/firmware-adapters/gateway/devices-file'
import { type Finding, fail, ok, warn } from './finding.ts'

/** The devices file is valid, and every serial line that it names is there. */
export function checkDevices(path: string): Finding[] {
  if (!existsSync(path))
    return [fail('devices_file', `${path} does not exist.`, 'Write it, or correct FLOWVIZ_DEVICES_FILE.')]
  const { plant, problems } = checkPlant(readFileSync(path, 'utf8'))
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

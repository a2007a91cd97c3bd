import { existsSync, readFileSync } from 'node:fs'
import { FlowError } from '@flowviz/contract/error'
import { checkDevices } from '@flowviz/firmware-adapters/gateway/devices-file'
import { Command } from 'commander'
import { EXIT, type Terminal } from '../output.ts'
import { instrumentCommands } from './device-instrument.ts'
import { simulateCommand } from './device-simulate.ts'

/** `flowviz device <verb>`: `check-config` holds a devices file to the contract; the others look at devices themselves. */
export function deviceCommand(terminal: Terminal, exit: (code: number) => void): Command {
  const command = new Command('device').description('The scales and sensors of this plant.')
  command
    .command('check-config <file>')
    .description('Checks a devices.yaml and names every problem with its place; changes nothing.')
    .option('--json', 'the problems as JSON')
    .action((file: string, { json }: { json?: boolean }) => {
      if (!existsSync(file)) throw new FlowError('config_invalid', `${file} does not exist.`)
      const { plant, problems } = checkDevices(readFileSync(file, 'utf8'))
      const good = plant !== null && problems.length === 0
      if (json) terminal.out(JSON.stringify({ ok: good, code: good ? null : 'config_invalid', problems }))
      else if (good) terminal.out(`${file}: ${plant.devices.length} devices of ${plant.site}, all well described`)
      else for (const { path, message } of problems) terminal.err(`${path}: ${message}`)
      exit(good ? EXIT.ok : EXIT.failed)
    })
  for (const part of [...instrumentCommands(exit), simulateCommand(exit)]) command.addCommand(part)
  return command
}

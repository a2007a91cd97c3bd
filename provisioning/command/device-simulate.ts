import { Command } from 'commander'
import { simulate } from '../instrument.ts'
import { argumentsOf } from '../maintain.ts'

const EXAMPLES = `
Examples:
  flowviz device simulate mt-sics --link /tmp/scale
  flowviz device simulate and --link /tmp/scale --settings '{"family":"indicator"}' --load 12.345
  flowviz device simulate nci --port 4001 --stream
  flowviz device simulate sdm630@1 --link /tmp/bus --unit-id 3
  flowviz device simulate carel-ir33@1 --port 5020
  flowviz device simulate tasmota --url mqtt://127.0.0.1:1883 --topic tele/cold-1/SENSOR`

/** `flowviz device simulate`: a pretended device of any driver or profile, until Ctrl-C. */
export function simulateCommand(exit: (code: number) => void): Command {
  const command = new Command('simulate')
  return command
    .description(
      'Pretends a device: a scale by the id of its driver, a Modbus device by its profile, a sensor by its MQTT family; a wrong kind names them all.',
    )
    .argument('<kind>')
    .option('--link <path>', 'on a pseudo-terminal that is found at this path')
    .option('--port <n>', 'on a TCP port of 127.0.0.1 (default when there is no link: a free one)')
    .option('--id <id>', 'name by which it is steered (default simulated-1)')
    .option('--settings <json>', 'how a scale is set, as in devices.yaml')
    .option('--load <kg>', 'what lies on a scale; left out, loads come and go')
    .option('--stream', 'a scale that speaks by itself')
    .option('--unit-id <n>', 'unit of a Modbus device (default 1)')
    .option('--url <url>', 'broker of a sensor')
    .option('--topic <topic>', 'topic of a sensor')
    .option('--json', 'where it is found, as one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (kind: string) => {
      exit(await simulate([kind, ...argumentsOf(command.opts<Record<string, string | boolean>>())]))
    })
}

import { Command } from 'commander'
import { readBoxConfig } from '../config.ts'
import { instrument } from '../instrument.ts'
import { argumentsOf } from '../maintain.ts'

interface Verb {
  verb: string
  takes: string
  description: string
  flags: [string, string][]
  examples: string[]
  /** It knows the devices that are described. */
  described?: true
}

const BAUD: [string, string] = ['--baud <rate>', 'rate of the line, such as 9600']
const FORMAT: [string, string] = ['--format <format>', '8N1, 7E1, 7O1, 8E1, 8O1, 8N2 or 7N2 (default 8N1)']

const VERBS: Verb[] = [
  {
    verb: 'list',
    takes: '',
    description:
      'Lists the serial lines with what devices.yaml says of them, the drivers, and the profiles with their trust.',
    flags: [['--ports <folder>', 'where the names of serial lines are (default /dev/serial)']],
    examples: ['flowviz device list', 'flowviz device list --json'],
    described: true,
  },
  {
    verb: 'sniff',
    takes: '<port>',
    description:
      'Listens to a line and never writes: names its rate, its parity, what is spoken, and Modbus units. Exit code 1 when nothing is recognised.',
    flags: [
      ['--baud <rates>', 'rates to try, separated by commas (default: all usual ones)'],
      ['--seconds <n>', 'how long each rate is listened to (default 1)'],
    ],
    examples: [
      'flowviz device sniff /dev/serial/by-id/usb-FTDI_A1',
      'flowviz device sniff /dev/ttyUSB0 --baud 2400,9600 --seconds 3',
    ],
  },
  {
    verb: 'detect',
    takes: '<port>',
    description:
      'Asks a silent device the questions that only read, and shows what would stand in devices.yaml; saves nothing. Exit code 1 when nothing is recognised.',
    flags: [['--idle', 'your word that nothing lies on the device and nobody works with it'], BAUD, FORMAT],
    examples: [
      'flowviz device detect /dev/serial/by-id/usb-FTDI_A1 --idle',
      'flowviz device detect /dev/ttyUSB0 --idle --baud 2400 --format 7E1',
    ],
  },
  {
    verb: 'probe',
    takes: '<device>',
    description: 'Reads one device of devices.yaml by its driver. Exit code 1 when it gives no value.',
    flags: [
      ['--reads <n>', 'rounds of readings (default 5)'],
      ['--seconds <n>', 'the longest wait for them (default 20)'],
    ],
    examples: ['flowviz device probe scale-1', 'flowviz device probe cold-1 --reads 20 --json'],
    described: true,
  },
  {
    verb: 'capture',
    takes: '<port-or-device> <file>',
    description:
      'Writes down what goes over a line: of a device of devices.yaml its dialogue with the driver, of a port (a path, or host:port) what is heard without asking.',
    flags: [
      BAUD,
      FORMAT,
      ['--seconds <n>', 'how long (default 30); Ctrl-C ends it earlier'],
      ['--bytes-max <n>', 'ends after so many bytes (default 1000000)'],
      ['--redact', 'leaves out place, time, serial numbers and names of types'],
    ],
    examples: [
      'flowviz device capture scale-1 scale-1.jsonl --redact',
      'flowviz device capture /dev/ttyUSB0 line.jsonl --baud 2400 --seconds 60',
    ],
    described: true,
  },
  {
    verb: 'replay',
    takes: '<file>',
    description: 'Runs a driver over a capture and prints its readings; with --expect exit code 1 when they differ.',
    flags: [
      ['--driver <id>', 'another driver than the capture names'],
      ['--settings <json>', 'its settings as JSON, or a file with them'],
      ['--unit <unit>', 'unit of the channel (default kg)'],
      ['--unit-id <n>', 'unit on a Modbus line'],
      ['--expect <file>', 'the readings that it must give: what --json has printed before'],
    ],
    examples: [
      'flowviz device replay scale-1.jsonl --json > expected.json',
      'flowviz device replay scale-1.jsonl --expect expected.json',
      'flowviz device replay line.jsonl --driver and --settings \'{"mode":"stream"}\'',
    ],
  },
]

/** The verbs with which a technician looks at devices; the work is done by a program of firmware-adapters. */
export function instrumentCommands(exit: (code: number) => void): Command[] {
  return VERBS.map(({ verb, takes, description, flags, examples, described }) => {
    const command = new Command(verb).description(description)
    if (takes !== '') command.arguments(takes)
    for (const [flag, meaning] of flags) command.option(flag, meaning)
    if (described) {
      command.option('--devices <file>', 'the devices of the plant (default: those of this box)')
      command.option('--env-file <file>', 'settings of the appliance (default /etc/flowviz/edge.env)')
    }
    return command
      .option('--json', 'the answer as one JSON object')
      .addHelpText('after', `\nExamples:\n${examples.map(example => `  ${example}`).join('\n')}`)
      .action(async () => {
        const { envFile, ...given } = command.opts<Record<string, string | boolean>>()
        const file = described
          ? (given.devices ?? readBoxConfig(typeof envFile === 'string' ? envFile : null).devices_file)
          : null
        const devices = typeof file === 'string' ? { devices: file } : {}
        exit(await instrument([verb, ...command.args, ...argumentsOf({ ...given, ...devices })]))
      })
  })
}

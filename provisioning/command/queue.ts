import { readFileSync } from 'node:fs'
import { FlowError } from '@flowviz/contract/error'
import { openQueue, type StrandedQueue } from '@flowviz/contract/queue-file'
import { Command } from 'commander'
import { EXIT, paint, type Terminal } from '../output.ts'
import { type SentEntry, sendQueue } from '../queue.ts'

interface QueueFlags {
  passphraseFile: string
  url: string
  show?: boolean
  json?: boolean
}

/** `flowviz queue send`: what a tablet could not send, carried to the appliance as a sealed file (docs/queue-export.md). */
export function queueCommand(terminal: Terminal, exit: (code: number) => void): Command {
  const queue = new Command('queue').description('The entries of a tablet that reaches its appliance no more.')
  queue
    .command('send <file>')
    .description('Sends the sealed file of a tablet to its appliance and says what became of each entry.')
    .requiredOption('--passphrase-file <file>', 'a file with the passphrase that was typed on the tablet')
    .option('--url <url>', 'address of the appliance', 'http://127.0.0.1:8080')
    .option('--show', 'only says what is in the file; sends nothing')
    .option('--json', 'the answer as one JSON object')
    .action(async (file: string, flags: QueueFlags) => {
      const passphrase = read(flags.passphraseFile).replace(/\r?\n$/, '')
      const stranded = await openQueue(read(file), passphrase)
      if (flags.show) exit(show(terminal, stranded, flags.json === true))
      else exit(tell(terminal, await sendQueue(flags.url.replace(/\/+$/, ''), stranded), flags.json === true))
    })
  return queue
}

function show(terminal: Terminal, stranded: StrandedQueue, json: boolean): number {
  if (json) terminal.out(JSON.stringify({ ok: true, ...stranded }))
  else {
    terminal.out(`tablet ${stranded.tablet_id ?? '(never set up)'}, ${stranded.entries.length} entries:`)
    for (const { occurred_at, command, about, params, body } of stranded.entries)
      terminal.out(`${occurred_at}  ${command}  ${about ?? ''}  ${JSON.stringify({ ...params, ...body })}`)
  }
  return EXIT.ok
}

function tell(terminal: Terminal, sent: readonly SentEntry[], json: boolean): number {
  const left = sent.filter(({ verdict }) => verdict !== 'done')
  if (json) terminal.out(JSON.stringify({ ok: left.length === 0, sent }))
  else {
    for (const { occurred_at, command, about, verdict, code, title } of sent)
      terminal.out(
        [
          occurred_at,
          command,
          about ?? '',
          paint(terminal, verdict === 'done' ? 'green' : 'yellow', verdict),
          code,
          title,
        ]
          .filter(Boolean)
          .join('  '),
      )
    terminal.out(`${sent.length - left.length} of ${sent.length} are done.`)
  }
  return left.length === 0 ? EXIT.ok : EXIT.warned
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new FlowError('config_invalid', `${file} cannot be read.`, { hint: 'Check the path.', cause })
  }
}

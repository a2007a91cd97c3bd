import { Command } from 'commander'
import { argumentsOf, maintain } from '../maintain.ts'
import type { Terminal } from '../output.ts'

/** Verbs of the appliance's maintenance program: arguments, what they are for, and their flags. */
const VERBS: { verb: string; takes: string; description: string; flags: [string, string][] }[] = [
  {
    verb: 'verify',
    takes: '[file]',
    description:
      'Checks a database, an NDJSON export or a proof, offline and with public keys only; names the first bad row.',
    flags: [
      ['--public-key <base64>', 'public key of the box (default: the one in the first event)'],
      ['--checkpoint <file>', 'a signed head that somebody else kept; the ledger has to contain it'],
      ['--proof <file>', 'a proof of one event, instead of a ledger'],
    ],
  },
  { verb: 'head', takes: '<file>', description: 'Says where a ledger ends.', flags: [] },
  {
    verb: 'export',
    takes: '<file>',
    description: 'Writes every event, one a line, for somebody who wants to check them elsewhere.',
    flags: [['--out <file>', 'where to']],
  },
  {
    verb: 'proof',
    takes: '<file>',
    description: 'Proves that one event stands in the ledger, without giving away the others.',
    flags: [
      ['--seq <number>', 'number of the event'],
      ['--out <file>', 'where to; left out, it is printed'],
    ],
  },
  {
    verb: 'rebuild',
    takes: '<file>',
    description: 'Makes the projections of a stopped appliance anew from its ledger, and says what differed.',
    flags: [],
  },
]

/** `flowviz ledger <verb>`: done by the appliance's own maintenance program, because only its rooms know the files. */
export function ledgerCommand(_terminal: Terminal, exit: (code: number) => void): Command {
  const ledger = new Command('ledger').description(
    'Checks, exports or proves the ledger, or makes its projections anew.',
  )
  for (const { verb, takes, description, flags } of VERBS) {
    const command = ledger.command(`${verb} ${takes}`).description(description)
    for (const [flag, meaning] of flags) command.option(flag, meaning)
    command
      .option('--json', 'the answer as one JSON object')
      .action(async (file: string | undefined, given: Record<string, string | boolean>) => {
        exit(await maintain([verb, ...(file === undefined ? [] : [file]), ...argumentsOf(given)]))
      })
  }
  return ledger
}

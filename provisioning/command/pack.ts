import { Command } from 'commander'
import { argumentsOf, maintain } from '../maintain.ts'
import type { Terminal } from '../output.ts'

/** `flowviz pack verify`: for whoever has been handed a pack of records, with nothing else of the plant. */
export function packCommand(_terminal: Terminal, exit: (code: number) => void): Command {
  const pack = new Command('pack').description('Checks a pack of records that was made for an audit.')
  pack
    .command('verify <file>')
    .description(
      'Checks a pack (ZIP) by itself, offline: that each record stands in the ledger whose head the box signed; names those that do not.',
    )
    .option('--public-key <base64>', 'public key of the box as you were given it (default: the one in the pack)')
    .option('--json', 'the answer as one JSON object')
    .action(async (file: string, given: Record<string, string | boolean>) => {
      exit(await maintain(['verify-pack', file, ...argumentsOf(given)]))
    })
  return pack
}

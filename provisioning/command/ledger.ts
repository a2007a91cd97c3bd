import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { FlowError } from '@flowviz/contract/error'
import { Command } from 'commander'
import { inheritedEnvironment, ROOT } from '../config.ts'
import { nodePath } from '../node.ts'
import { EXIT, type Terminal } from '../output.ts'

interface VerifyFlags {
  publicKey?: string
  proof?: string
  json?: boolean
}

/** `flowviz ledger verify` and `flowviz ledger rebuild`: done by the appliance's own maintenance program. */
export function ledgerCommand(_terminal: Terminal, exit: (code: number) => void): Command {
  const command = new Command('ledger').description('Checks the ledger, or makes its projections anew.')
  command
    .command('verify <file>')
    .description(
      'Checks a database, an NDJSON export or a proof, offline and with public keys only; names the first bad row.',
    )
    .option('--public-key <key>', 'public key of the box, base64 (default: the one in the first event)')
    .option('--proof <file>', 'a .tlog-proof for the record in <file>')
    .option('--json', 'the verdict as one JSON object')
    .action(async (file: string, flags: VerifyFlags) => {
      const key = flags.publicKey === undefined ? [] : ['--public-key', flags.publicKey]
      const proof = flags.proof === undefined ? [] : ['--proof', flags.proof]
      exit(await maintain(['verify', file, ...key, ...proof, ...(flags.json ? ['--json'] : [])]))
    })
  command
    .command('rebuild <file>')
    .description('Makes the projections of a stopped appliance anew from its ledger.')
    .option('--json', 'the result as one JSON object')
    .action(async (file: string, { json }: VerifyFlags) => {
      exit(await maintain(['rebuild', file, ...(json ? ['--json'] : [])]))
    })
  return command
}

/** Runs the appliance's maintenance program with our own terminal; its exit code becomes ours. */
function maintain(args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const entry = join(ROOT, 'edge', 'server', 'maintain', 'main.ts')
    const child = spawn(nodePath(), [entry, ...args], { stdio: 'inherit', env: inheritedEnvironment() })
    child.once('error', cause => reject(new FlowError('process_failed', `${entry} did not start.`, { cause })))
    child.once('exit', code => resolve(code ?? EXIT.failed))
  })
}

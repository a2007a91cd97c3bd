import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { FlowError } from '@flowviz/contract/error'
import { Command } from 'commander'
import { readBoxConfig } from '../config.ts'
import { enrolBox } from '../enrol.ts'
import { EXIT, type Terminal } from '../output.ts'

interface EnrollFlags {
  cloud: string
  claim: string
  site?: string
  siteName?: string
  keyFile?: string
  envFile?: string
  json?: boolean
}

/** `flowviz enroll`: shows a claim code of headquarters and prints the two settings that the appliance needs. */
export function enrollCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('enroll')
    .description('Enrolls this box at headquarters with a claim code that an administrator made there.')
    .requiredOption('--cloud <url>', 'address of headquarters')
    .requiredOption('--claim <code>', 'the claim code')
    .option('--site <id>', 'id of the plant (default FLOWVIZ_SITE)')
    .option('--site-name <name>', 'printed name of the plant (default FLOWVIZ_SITE_NAME)')
    .option('--key-file <pem>', 'private key of the box (default FLOWVIZ_BOX_KEY_FILE)')
    .option('--env-file <file>', 'settings of the appliance (default /etc/flowviz/edge.env)')
    .option('--json', 'the settings as one JSON object')
    .action(async (flags: EnrollFlags) => {
      const settings = await enroll(flags)
      if (flags.json) terminal.out(JSON.stringify({ ok: true, ...settings }))
      else {
        terminal.out('Enrolled. Put these lines into /etc/flowviz/edge.env, then: systemctl restart flowviz-edge')
        for (const [name, value] of Object.entries(settings)) terminal.out(`${name}="${value}"`)
      }
      exit(EXIT.ok)
    })
}

async function enroll(flags: EnrollFlags): Promise<{ FLOWVIZ_CLOUD_URL: string; FLOWVIZ_CLOUD_KEY: string }> {
  const box = readBoxConfig(flags.envFile ?? null)
  const site = required(flags.site ?? box.site, '--site or FLOWVIZ_SITE')
  const site_name = required(flags.siteName ?? box.site_name, '--site-name or FLOWVIZ_SITE_NAME')
  const keyFile = required(flags.keyFile ?? box.box_key_file, '--key-file or FLOWVIZ_BOX_KEY_FILE')
  const privatePem = readKey(keyFile)
  const key = await enrolBox(flags.cloud, flags.claim, { site, site_name, privatePem })
  return { FLOWVIZ_CLOUD_URL: flags.cloud, FLOWVIZ_CLOUD_KEY: key }
}

function readKey(file: string): string {
  try {
    const pem = readFileSync(file, 'utf8')
    if (createPrivateKey(pem).asymmetricKeyType === 'ed25519') return pem
  } catch (cause) {
    throw new FlowError('config_invalid', `${file} is not a private key that can be read.`, {
      hint: 'Run the command with sudo, or name the key of the box with --key-file.',
      cause,
    })
  }
  throw new FlowError('config_invalid', `${file} is not an Ed25519 key.`)
}

function required(value: string | null, where: string): string {
  if (value !== null) return value
  throw new FlowError('config_invalid', `A setting is missing: ${where}.`, { hint: `Give ${where}.` })
}

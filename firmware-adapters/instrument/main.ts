import { enableCompileCache } from 'node:module'
import { CODES, codeOf, FlowError } from '@flowviz/contract/error'
import { createPace } from '../gateway/pace.ts'
import { parseFlags } from './flags.ts'
import { VERBS } from './verb.ts'

enableCompileCache()

const EXIT = { ok: 0, otherwise: 1, failed: 2 } as const

const stopping = new AbortController()
process.once('SIGINT', () => stopping.abort())
process.once('SIGTERM', () => stopping.abort())

const json = process.argv.includes('--json')
const say = (line: string) => {
  if (!json) console.log(line)
}

/** Runs one verb. @returns the exit code */
async function main([name = '', ...args]: string[]): Promise<number> {
  const { flags, words } = parseFlags(args)
  const verb = VERBS[name]
  if (verb === undefined)
    throw new FlowError('config_invalid', `There is no verb ${name}; there are ${Object.keys(VERBS).join(', ')}.`)
  const clocks = { now: () => Date.now(), monotonic: () => performance.now() }
  const around = { pace: createPace(clocks.monotonic), clocks, signal: stopping.signal, say }
  const answer = await verb(words, flags, around)
  if (json) console.log(JSON.stringify({ ok: answer.ok, ...answer.json }))
  else for (const line of answer.lines) console.log(line)
  return answer.ok ? EXIT.ok : EXIT.otherwise
}

function failed(error: unknown): number {
  const code = codeOf(error)
  const cause = error instanceof Error ? error.message : String(error)
  const next_step = error instanceof FlowError ? error.hint : CODES[code].hint
  if (json) console.log(JSON.stringify({ ok: false, code, cause, next_step }))
  else console.error(`failed: ${cause}\nnext step: ${next_step}\ncode: ${code}`)
  return EXIT.failed
}

// A dead adapter may keep its port open for ever.
process.exit(await main(process.argv.slice(2)).catch(failed))

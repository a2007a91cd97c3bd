import { enableCompileCache } from 'node:module'
import { colourWanted } from './config.ts'
import { showFailure, type Terminal } from './output.ts'
import { buildProgram } from './program.ts'

enableCompileCache()

const terminal: Terminal = {
  out: line => console.log(line),
  err: line => console.error(line),
  colour: colourWanted(process.stdout.isTTY === true),
  now: () => Date.now(),
  elapsed: () => performance.now(),
}

try {
  await buildProgram(terminal, code => {
    process.exitCode = code
  }).parseAsync(process.argv)
} catch (error) {
  process.exitCode = showFailure(terminal, error, process.argv.includes('--json'))
}

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const SERVER = join(ROOT, 'edge', 'server')
const CODE = `import('./precompile.ts').then(({ precompile }) => precompile(${JSON.stringify(SERVER)}))`

/** Where Node keeps what it has compiled: every process of every test loads the same modules, and takes what another has compiled. */
export const COMPILED = join(ROOT, 'node_modules', '.cache', 'compiled')

/** Before any test: what the threads of a plant load is compiled, as the appliance does it for itself (docs/decisions/0023-memory-keys.md). */
export function setup(): void {
  // With the flags of the tests' own processes, or those have another cache.
  execFileSync(process.execPath, ['--no-memory-protection-keys', '--eval', CODE], { cwd: SERVER, stdio: 'inherit' })
}

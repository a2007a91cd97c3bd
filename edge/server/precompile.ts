import { globSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Compiles all that the threads under this folder (`*-worker.ts`) will load, and writes it to the process's compile
 * cache, where they find it. It has to be done before the first thread starts: Node strips types by WebAssembly, and
 * WebAssembly in several threads ends the process now and then (docs/decisions/0023-memory-keys.md).
 */
export async function precompile(folder: string): Promise<void> {
  const files = globSync('**/*-worker.ts', { cwd: folder, exclude: ['**/node_modules'] })
  const entries = files.map(file => pathToFileURL(join(folder, file)))
  // All of it is loaded, and nothing is run: the first import fails.
  const code = [NEVER, ...entries].map(url => `import ${JSON.stringify(String(url))}`).join('\n')
  const failed = await import(`data:text/javascript,${encodeURIComponent(code)}`).catch((error: unknown) => error)
  if (failed !== null) throw failed
  flushCompileCache()
}

const NEVER = 'data:text/javascript,throw null'

#!/usr/bin/env node
// Plain JavaScript that any Node can read: finds the Node 24 that FlowViz runs on and goes on with it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NODE_MAJOR = '24'
const root = join(dirname(fileURLToPath(import.meta.url)), '..')

if (process.versions.node.split('.')[0] === NODE_MAJOR) {
  await import('./main.ts')
} else {
  const candidates = [join(root, 'node', 'bin', 'node'), join(root, 'node_modules', 'node', 'bin', 'node')]
  const node = candidates.find(path => existsSync(path))
  if (node === undefined) {
    console.error(`failed: FlowViz runs on Node ${NODE_MAJOR}; this is ${process.version} and no other one was found.`)
    console.error('next step: run `npm ci` in the repository, it brings Node 24 along (the npm package `node`).')
    console.error('code: runtime_missing')
    process.exit(2)
  }
  const child = spawn(node, [join(root, 'provisioning', 'main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
  // A Ctrl-C in the terminal reaches the child as well; what others send to us is handed on, and we wait for its end.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}

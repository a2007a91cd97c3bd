import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Plugin } from 'vite'

/** Beside the built screen: which assets are of this build, and which are kept of the one before. */
const RECORD = 'assets.json'

interface Record {
  v: 1
  assets: string[]
  previous: string[]
}

/**
 * Keeps the assets of the previous build beside those of the new one: a page that was loaded before an update still
 * finds the parts that it loads later. What is older than that goes. A build that changes nothing pushes nothing out.
 * Stands behind the maker of the service worker in the list of plugins.
 */
export function keepPrevious(): Plugin {
  let dir = ''
  let folder = ''
  let before: { record: Record; bytes: Map<string, Uint8Array> }
  let assets: string[] = []
  return {
    name: 'flowviz:keep-previous',
    apply: 'build',
    enforce: 'post',
    configResolved({ root, build }) {
      dir = resolve(root, build.outDir)
      folder = build.assetsDir
    },
    // Vite empties the folder only when it begins to write.
    buildStart() {
      const record = readRecord(dir, folder)
      const bytes = [...record.assets, ...record.previous]
        .filter(name => existsSync(join(dir, name)))
        .map(name => [name, readFileSync(join(dir, name))] as const)
      before = { record, bytes: new Map(bytes) }
    },
    writeBundle(_options, bundle) {
      assets = Object.keys(bundle)
        .filter(name => name.startsWith(`${folder}/`))
        .sort()
    },
    // Behind whoever lists the folder for a service worker, which is to fetch the new build alone.
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const unchanged = before.record.assets.join() === assets.join()
        const candidates = unchanged ? before.record.previous : before.record.assets
        const previous = candidates.filter(name => !assets.includes(name) && before.bytes.has(name))
        for (const name of previous) {
          mkdirSync(dirname(join(dir, name)), { recursive: true })
          writeFileSync(join(dir, name), before.bytes.get(name)!)
        }
        writeFileSync(join(dir, RECORD), `${JSON.stringify({ v: 1, assets, previous } satisfies Record)}\n`)
      },
    },
  }
}

/** What lies in the folder; a build that left no record is one whole. */
function readRecord(dir: string, folder: string): Record {
  if (existsSync(join(dir, RECORD))) return JSON.parse(readFileSync(join(dir, RECORD), 'utf8')) as Record
  if (!existsSync(join(dir, folder))) return { v: 1, assets: [], previous: [] }
  const found = readdirSync(join(dir, folder), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const assets = found.map(({ parentPath, name }) => join(parentPath, name).slice(dir.length + 1)).sort()
  return { v: 1, assets, previous: [] }
}

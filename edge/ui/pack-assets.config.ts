import { globSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const WORTH_PACKING = /\.(css|html|js|svg|wasm|webmanifest)$/
/** Below this the header of a packed file costs what the packing saves. */
const PACKED_FROM_BYTES = 1_000

/**
 * Puts a .br and a .gz beside every file that shrinks: packed once and well, so that the appliance packs nothing while
 * people work. Stands last in the list of plugins: what the others write at the end is packed too.
 */
export function packAssets(): Plugin {
  let dir = ''
  return {
    name: 'flowviz:pack-assets',
    apply: 'build',
    enforce: 'post',
    configResolved: ({ root, build }) => {
      dir = resolve(root, build.outDir)
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      handler: async () => {
        for (const path of globSync('**/*', { cwd: dir })) if (WORTH_PACKING.test(path)) await pack(join(dir, path))
      },
    },
  }
}

const SQUEEZE = {
  br: (bytes: Uint8Array) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
  gz: (bytes: Uint8Array) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
}

async function pack(file: string): Promise<void> {
  const bytes = await readFile(file)
  for (const [ending, squeeze] of Object.entries(SQUEEZE)) {
    const packed = bytes.length < PACKED_FROM_BYTES ? bytes : await squeeze(bytes)
    if (packed.length < bytes.length) await writeFile(`${file}.${ending}`, packed)
    else rmSync(`${file}.${ending}`, { force: true })
  }
}

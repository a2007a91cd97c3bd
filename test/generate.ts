import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from 'orval'
import { devicesPage } from './devices-page/page.ts'

/** A server whose description and client are generated. A further server is a further row. */
export interface Generated {
  name: string
  describe: () => Promise<Record<string, unknown>>
  /** Where the OpenAPI document is kept. */
  document: string
  /** Folder of the client; its `fetch.ts` sends, its `generated/` is written. */
  client: string
}

export const GENERATED: Generated[] = [
  {
    name: 'edge',
    describe: async () => (await import('../edge/server/describe.ts')).describe(),
    document: 'edge/server/openapi.json',
    client: 'edge/client',
  },
  {
    name: 'cloud',
    describe: async () => (await import('../cloud/server/describe.ts')).describe(),
    document: 'cloud/server/openapi.json',
    client: 'cloud/client',
  },
]

const ROOT = join(import.meta.dirname, '..')

/** Writes the document and the client of one server below a folder laid out as the repository. */
export async function generateInto({ describe, document, client }: Generated, root: string): Promise<void> {
  const target = join(root, document)
  writeFileSync(target, `${JSON.stringify(await describe(), null, 2)}\n`)
  await generate({
    input: { target },
    output: {
      target: join(root, client, 'generated/api.ts'),
      mode: 'single',
      client: 'fetch',
      clean: true,
      override: {
        mutator: { path: join(root, client, 'fetch.ts'), name: 'appFetch' },
        fetch: { includeHttpResponseReturnType: false },
        header: false,
      },
      headers: true,
      urlEncodeParameters: true,
    },
  })
}

/** The page of the devices, and what makes it. */
export const DEVICES_PAGE = { path: 'docs/devices.md', make: devicesPage }

if (import.meta.main) {
  writeFileSync(join(ROOT, DEVICES_PAGE.path), DEVICES_PAGE.make())
  for (const one of GENERATED) await generateInto(one, ROOT)
}

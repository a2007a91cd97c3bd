import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import t from 'tap'
import { DRIVERS } from '../firmware-adapters/registry.ts'
import { anchorOf } from './devices-page/text.ts'
import { DEVICES_PAGE, GENERATED, type Generated, generateInto } from './generate.ts'

const ROOT = resolve(import.meta.dirname, '..')

/** Everything that is generated for a server, by its path in the repository. */
function filesOf({ document, client }: Generated, root: string): Record<string, string> {
  const paths = [document, ...globSync(`${client}/generated/**/*.ts`, { cwd: root })]
  return Object.fromEntries(paths.sort().map(path => [path, readFileSync(join(root, path), 'utf8')]))
}

t.test('the page of the devices is what the drivers, profiles and families say of themselves', async t => {
  const page = DEVICES_PAGE.make()
  t.equal(readFileSync(join(ROOT, DEVICES_PAGE.path), 'utf8'), page, 'run `npm run generate`')
  for (const id of DRIVERS.keys()) t.ok(id === 'modbus' || page.includes(`\n### ${id}: `), `${id} has a section`)
  const anchors = new Set([...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!)))
  const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor!)
  t.ok(links.length > DRIVERS.size, 'makers lead to their sections')
  t.strictSame(
    links.filter(anchor => !anchors.has(anchor)),
    [],
  )
})

for (const server of GENERATED) {
  t.test(`${server.name}: the committed description and client are what \`npm run generate\` makes`, async t => {
    // Within the repository, because orval looks for the TypeScript settings above the file that it writes.
    const scratch = mkdtempSync(join(ROOT, '.generated-'))
    t.teardown(() => rmSync(scratch, { recursive: true, force: true }))
    mkdirSync(join(scratch, dirname(server.document)), { recursive: true })
    mkdirSync(join(scratch, server.client), { recursive: true })
    cpSync(join(ROOT, server.client, 'fetch.ts'), join(scratch, server.client, 'fetch.ts'))
    await generateInto(server, scratch)
    const made = filesOf(server, scratch)
    t.ok(Object.keys(made).length > 1, 'a description and at least one file of the client')
    t.strictSame(filesOf(server, ROOT), made)
  })

  t.test(`${server.name}: the description is valid OpenAPI 3.1`, async t => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate(await server.describe())
    t.strictSame(errors ?? [], [])
    t.ok(valid)
    t.equal(validator.version, '3.1')
  })

  t.test(`${server.name}: every operation has an id, and every refusal is a problem`, async t => {
    const { paths } = (await server.describe()) as { paths: Record<string, Record<string, Operation>> }
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
    )
    t.equal(new Set(operations.map(({ operationId }) => operationId)).size, operations.length, 'ids are unique')
    for (const { name, operationId, responses } of operations) {
      t.match(operationId, /^[a-z][A-Za-z]+$/, name)
      const kinds = Object.keys(responses['4XX']?.content ?? { 'application/problem+json': {} })
      t.strictSame(kinds, ['application/problem+json'], name)
    }
  })
}

interface Operation {
  operationId: string
  responses: Record<string, { content?: Record<string, unknown> }>
}

import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'

const ROOT = resolve(import.meta.dirname, '..')
const run = promisify(execFile)

/** A forbidden import for every rule: the file that breaks it, and what that file says. */
const PLANTED: Record<string, { file: string; text: string }> = {
  'no-cycle': { file: 'contract/egg.ts', text: "import './hen.ts'" },
  'no-orphan': { file: 'contract/lonely.ts', text: 'export const lonely = 1' },
  'no-unresolved': { file: 'contract/lost.test.ts', text: "import './nowhere.ts'" },
  'no-test-in-production': { file: 'edge/server/live/proof.ts', text: "import '../api/lots.test.ts'" },
  'no-simulator-in-production': {
    file: 'provisioning/command/pretend.ts',
    text: "import '../../firmware-adapters/simulator/scale.ts'",
  },
  'print-is-pure': { file: 'edge/server/print/ask.ts', text: "import '../live/hub.ts'" },
  'read-only-reads': { file: 'edge/server/read/ask.ts', text: "import '../live/hub.ts'" },
  'label-is-pure': { file: 'edge/server/label/ask.ts', text: "import '../live/hub.ts'" },
  'only-the-spooler-speaks-to-printers': {
    file: 'edge/server/printing/ask.ts',
    text: "import '../live/hub.ts'",
  },
  'no-dev-dependency': { file: 'edge/server/live/load.ts', text: "import 'autocannon'" },
  'contract-stands-alone': { file: 'contract/clock.ts', text: "import 'node:fs'" },
  'adapters-know-the-contract-only': {
    file: 'firmware-adapters/gateway/shortcut.ts',
    text: "import '../../edge/server/live/hub.ts'",
  },
  'driver-knows-no-driver': { file: 'firmware-adapters/driver/a/copy.ts', text: "import '../b/decode.ts'" },
  'driver-does-no-io': { file: 'firmware-adapters/driver/a/port.ts', text: "import 'serialport'" },
  'only-the-registry-names-drivers': {
    file: 'firmware-adapters/gateway/favourite.ts',
    text: "import '../driver/b/decode.ts'",
  },
  'instrument-stands-alone': { file: 'firmware-adapters/gateway/bench.ts', text: "import '../instrument/sniff.ts'" },
  'edge-takes-only-decoders': {
    file: 'edge/server/ingest/port.ts',
    text: "import '../../../firmware-adapters/transport/open/serial.ts'",
  },
  'edge-meets-cloud-in-the-contract': {
    file: 'edge/server/sync/short.ts',
    text: "import '../../../cloud/server/live/hub.ts'",
  },
  'only-sync-speaks-to-hq': { file: 'edge/server/live/ask.ts', text: "import '../../../cloud/client/hq.ts'" },
  'client-is-a-leaf': { file: 'edge/client/inside.ts', text: "import '../server/live/hub.ts'" },
  'technician-speaks-through-the-client': {
    file: 'provisioning/command/inside.ts',
    text: "import '../../edge/server/live/hub.ts'",
  },
  'cloud-never-sees-edge': { file: 'cloud/server/live/peek.ts', text: "import '../../../edge/client/floor.ts'" },
  'ui-speaks-through-its-client': { file: 'edge/ui/lot/inside.ts', text: "import '../../server/live/hub.ts'" },
  'ui-is-not-node': { file: 'edge/ui/lot/disk.ts', text: "import 'node:fs'" },
  'sql-lives-in-the-store': { file: 'cloud/server/live/rows.ts', text: "import 'pg'" },
  'store-is-a-floor': { file: 'edge/server/store/upward.ts', text: "import '../live/hub.ts'" },
  'domain-touches-nothing': { file: 'edge/server/domain/disk.ts', text: "import 'node:fs/promises'" },
  'only-app-mounts-routes': { file: 'edge/server/live/door.ts', text: "import '../api/lots.ts'" },
  'only-main-assembles': { file: 'edge/server/live/house.ts', text: "import '../main.ts'" },
}

/** What the planted files lean on, and imports that are allowed: none of these may be reported. */
const ALLOWED: Record<string, string> = {
  'contract/hen.ts': "import './egg.ts'",
  'contract/word.ts': "import 'typebox'",
  'contract/word.test.ts': "import './word.ts'\nimport 'vitest'",
  'firmware-adapters/simulator/scale.ts': "import 'serialport'",
  'firmware-adapters/simulator/main.ts': "import './scale.ts'",
  'firmware-adapters/driver/b/decode.ts': "import '../../../contract/word.ts'",
  'firmware-adapters/registry.ts': "import './driver/b/decode.ts'",
  'firmware-adapters/main.ts': "import './registry.ts'",
  'firmware-adapters/instrument/sniff.ts': "import '../registry.ts'",
  'firmware-adapters/instrument/main.ts': "import './sniff.ts'",
  'firmware-adapters/payload/json.ts': "import '../../contract/word.ts'",
  'firmware-adapters/transport/open/serial.ts': "import 'serialport'",
  'edge/server/ingest/accept.ts': "import '../../../firmware-adapters/payload/json.ts'",
  'edge/server/live/hub.ts': "import '../../../contract/word.ts'",
  'edge/server/api/lots.ts': "import '../live/hub.ts'\nimport '../ingest/accept.ts'",
  'edge/server/api/lots.test.ts': "import './lots.ts'",
  'edge/server/app.ts': "import './api/lots.ts'",
  'edge/server/store/plant-store.ts': "import 'better-sqlite3'",
  'edge/server/sync/push.ts': "import '../../../cloud/client/hq.ts'",
  'edge/server/main.ts': "import './app.ts'\nimport './store/plant-store.ts'\nimport './sync/push.ts'",
  'edge/client/floor.ts': "import '../../contract/word.ts'",
  'edge/ui/main.ts': "import '../client/floor.ts'",
  'cloud/client/hq.ts': "import '../../contract/word.ts'",
  'cloud/server/live/hub.ts': "import '../../../contract/word.ts'",
  'provisioning/main.ts': "import '../edge/client/floor.ts'",
  'bench/write.ts': "import '../edge/server/app.ts'\nimport 'autocannon'\nimport 'better-sqlite3'",
  'test/walk.test.ts': "import '../firmware-adapters/simulator/scale.ts'\nimport 'pg'",
}

const DEPENDENCIES = ['typebox', 'serialport', 'better-sqlite3', 'pg']
const DEV_DEPENDENCIES = ['autocannon', 'vitest']

/** A small plant of files with every rule broken once. Its packages are empty shells: only their names count. */
function plant(folder: string): void {
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${text}\nexport {}\n`)
  }
  const any = (names: string[]) => Object.fromEntries(names.map(name => [name, '*']))
  const manifest = { type: 'module', dependencies: any(DEPENDENCIES), devDependencies: any(DEV_DEPENDENCIES) }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  for (const name of [...DEPENDENCIES, ...DEV_DEPENDENCIES]) write(`node_modules/${name}/index.js`, '')
  for (const [file, text] of Object.entries(ALLOWED)) write(file, text)
  for (const { file, text } of Object.values(PLANTED)) write(file, text)
  cpSync(join(ROOT, 'tsconfig.json'), join(folder, 'tsconfig.json'))
  cpSync(join(ROOT, '.dependency-cruiser.mjs'), join(folder, '.dependency-cruiser.mjs'))
  symlinkSync(join(ROOT, 'node_modules', 'typescript'), join(folder, 'node_modules', 'typescript'))
}

async function cruise(folder: string): Promise<{ rule: string; from: string }[]> {
  const bin = join(ROOT, 'node_modules', '.bin', 'depcruise')
  const rooms = ['contract', 'firmware-adapters', 'edge', 'cloud', 'provisioning', 'bench', 'test']
  const options = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...rooms]
  const done = await run(bin, options, { cwd: folder, maxBuffer: 64 << 20 }).catch(error => error)
  const { summary } = JSON.parse(done.stdout) as {
    summary: { violations: { rule: { name: string }; from: string }[] }
  }
  return summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }))
}

t.test('every arrow fires on the import it forbids, and on nothing that is allowed', async t => {
  const folder = t.testdir({})
  plant(folder)
  const found = await cruise(folder)

  for (const [rule, { file }] of Object.entries(PLANTED))
    t.ok(
      found.some(violation => violation.rule === rule && violation.from === file),
      `${rule} fires on ${file}`,
    )
  const wrongly = found.filter(({ rule, from }) => from in ALLOWED && rule !== 'no-cycle')
  t.same(wrongly, [], 'no allowed import is reported')
})

t.test('every rule of the house is planted once', async t => {
  const config = (await import('../.dependency-cruiser.mjs' as string)) as {
    default: { forbidden: { name: string; comment: string }[] }
  }
  const rules = config.default.forbidden
  t.same(rules.map(rule => rule.name).sort(), Object.keys(PLANTED).sort())
  t.same(
    rules.filter(rule => rule.comment.length < 10),
    [],
    'each rule says why',
  )
})

import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openForWriting } from '../store/open.ts'
import { plantStore } from '../store/plant-store.ts'
import { boxKey } from '../writer/sign.ts'
import { BOX, KEY, lotCommand, openBox } from '../writer/testing/box.ts'
import { verifyFile } from './verify.ts'

const run = promisify(execFile)
const MAIN = join(import.meta.dirname, 'main.ts')
const PUBLIC_KEY = boxKey(KEY).publicKey

/** A closed plant of 21 rows, signed at its end, and its newest checkpoint. */
function plant(): { path: string; note: string } {
  const box = openBox()
  box.engine.run(Array.from({ length: 20 }, (_, at) => lotCommand({ lot_code: `LOT-${at}` })))
  box.submit('sign-checkpoint', { cause: 'time' })
  const note = plantStore(box.engine.db).checkpoints.newest(1_000)!
  box.engine.close()
  return { path: box.path, note }
}

/** The file as somebody with root would change it: behind the triggers. */
function tamper(path: string, change: string): void {
  const db = openForWriting(path, 'plant')
  for (const name of ['updated', 'deleted', 'replaced']) db.exec(`DROP TRIGGER ledger_is_never_${name}`)
  db.exec(change)
  db.close()
}

async function maintain(...args: string[]): Promise<Record<string, unknown> & { exit: number }> {
  const done = await run(process.execPath, [MAIN, ...args, '--json']).then(
    ({ stdout }) => ({ stdout, exit: 0 }),
    (error: { stdout: string; code: number }) => ({ stdout: error.stdout, exit: error.code }),
  )
  return { ...(JSON.parse(done.stdout) as Record<string, unknown>), exit: done.exit }
}

test('a sound ledger says where it ends, also beside its writer', async () => {
  const { path } = plant()
  const said = await maintain('verify', '--db', path, '--public-key', PUBLIC_KEY)
  expect(said).toMatchObject({ ok: true, exit: 0, seq: 21, epoch: 1, head: { epoch: 1, seq: 21 } })
  const box = openBox({ path })
  box.engine.run([lotCommand()])
  expect(await maintain('verify', path)).toMatchObject({ ok: true, seq: 22, hash: box.engine.head().hash })
  expect(await maintain('head', '--db', path)).toMatchObject({ ok: true, ...box.engine.head() })
}, 30_000)

test('one changed byte is found, and its row is named', async () => {
  const { path } = plant()
  tamper(path, "UPDATE ledger SET body = replace(body, '12.50', '12.51') WHERE seq = 9")
  expect(await maintain('verify', path)).toMatchObject({ ok: false, exit: 1, first_bad: { seq: 9 }, seq: 8 })
}, 30_000)

test('a missing row, a cut tail and a history written anew are found', async () => {
  const missing = plant()
  tamper(missing.path, 'DELETE FROM ledger WHERE seq = 12')
  expect(await verifyFile(missing.path, {})).toMatchObject({ ok: false, first_bad: { seq: 12 } })
  const cut = plant()
  tamper(cut.path, 'DELETE FROM ledger WHERE seq > 18')
  expect(await verifyFile(cut.path, {})).toMatchObject({ ok: false, first_bad: { seq: 21 } })

  // Written anew by somebody who holds the box: the file agrees with itself, a head kept elsewhere does not agree.
  const { note } = plant()
  const forged = openBox({ seed: 5 })
  forged.engine.run(Array.from({ length: 30 }, (_, at) => lotCommand({ lot_code: `FORGED-${at}` })))
  expect(await verifyFile(forged.path, {})).toMatchObject({ ok: true })
  const said = await verifyFile(forged.path, { checkpoint: note })
  expect(said).toMatchObject({ ok: false, first_bad: { seq: 21 } })
}, 60_000)

test('a checkpoint with a changed signature is found', async () => {
  const { path } = plant()
  tamper(path, "UPDATE checkpoint SET note = replace(note, 'flowviz/kiel\n21', 'flowviz/kiel\n20')")
  expect(await verifyFile(path, {})).toMatchObject({ ok: false, first_bad: { seq: 21 } })
}, 30_000)

test('an export and the proof of one record are checked offline, with the public key alone', async () => {
  const { path } = plant()
  const at = (name: string) => join(dirname(path), name)
  expect(await maintain('export', '--db', path, '--out', at('x.ndjson'))).toMatchObject({ ok: true, rows: 21 })
  const good = await maintain('verify', '--export', at('x.ndjson'), '--public-key', PUBLIC_KEY)
  expect(good).toMatchObject({ ok: true, kind: 'export', seq: 21 })
  const lines = readFileSync(at('x.ndjson'), 'utf8')
  writeFileSync(at('x.ndjson'), lines.replace('LOT-7', 'LOT-8'))
  expect(await verifyFile(at('x.ndjson'), { publicKey: PUBLIC_KEY })).toMatchObject({ ok: false })

  await maintain('proof', '--db', path, '--seq', '5', '--out', at('5.tlog-proof'))
  const proof = readFileSync(at('5.tlog-proof'), 'utf8')
  expect(proof).toMatch(/^c2sp\.org\/tlog-proof@v1\nextra /)
  const proven = (publicKey = PUBLIC_KEY) => verifyFile(at('5.tlog-proof'), { publicKey })
  expect(await proven()).toMatchObject({ ok: true, kind: 'proof', seq: 5 })
  writeFileSync(at('5.tlog-proof'), proof.replace('index 4', 'index 5'))
  expect(await proven()).toMatchObject({ ok: false })
  const stranger = Buffer.alloc(32, 9).toString('base64')
  writeFileSync(at('5.tlog-proof'), proof)
  expect(await proven(stranger)).toMatchObject({ ok: false })
}, 60_000)

test('a ledger of several epochs verifies, and rebuilding changes nothing', async () => {
  const box = openBox()
  box.engine.run([lotCommand()])
  box.submit('sign-checkpoint', { cause: 'time' })
  box.submit('start-epoch', { actor: BOX, cause: 'cloud_unreachable', readings_seq: 0 })
  box.engine.run([lotCommand()])
  box.engine.close()
  expect(await verifyFile(box.path, {})).toMatchObject({ ok: true, epoch: 2, seq: 4 })
  expect(await maintain('rebuild', box.path)).toMatchObject({ ok: true, events: 4, differences: [] })
}, 30_000)

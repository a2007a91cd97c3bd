import { execFile } from 'node:child_process'
import { hash, randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pack, packOf, unpack } from '../pack/testing/pack.ts'
import { boxKey } from '../writer/sign.ts'
import { folder, KEY, openBox } from '../writer/testing/box.ts'
import { decide, lotOn, MANAGER, signedBy } from '../writer/testing/line.ts'
import { verifyPack } from './verify-pack.ts'

const run = promisify(execFile)
const PUBLIC_KEY = boxKey(KEY).publicKey

type Files = Map<string, Buffer>

/** The pack of a plant with decisions, a hold and a signature. */
async function packed(): Promise<Files> {
  const box = openBox()
  const lot_id = lotOn(box, 'L1', { notes: 'Käse, frisch' })
  decide(box, { lot_id, gate_id: 1, notes: 'all good' })
  const { hold_id } = box.act('place-hold', { body: { lot_ids: [lot_id], reason: 'smells odd' } })
  const body = { disposition: 'release', reason: 'tasted' } as const
  box.act('disposition-hold', { params: { hold_id }, body }, signedBy(MANAGER))
  return unpack(await packOf(box))
}

async function written(files: Iterable<[string, Uint8Array]>): Promise<string> {
  const path = join(folder(), 'pack.zip')
  writeFileSync(path, await pack(files))
  return path
}

const verdict = async (files: Files, publicKey?: string) => verifyPack(await written(files), { publicKey })

/** A file changed, and the manifest with it, as a forger would who knows how packs are made. */
function forged(files: Files, name: string, change: (text: string) => string): Files {
  const text = change(files.get(name)!.toString())
  expect(text).not.toBe(files.get(name)!.toString())
  const bytes = Buffer.from(text)
  const manifest = JSON.parse(files.get('manifest.json')!.toString()) as {
    files: { name: string; size_bytes: number; sha256: string }[]
  }
  const named = manifest.files.find(file => file.name === name)!
  Object.assign(named, { size_bytes: bytes.length, sha256: hash('sha256', bytes) })
  return new Map(files).set(name, bytes).set('manifest.json', Buffer.from(JSON.stringify(manifest)))
}

interface Line {
  seq: number
  facts: { type: string }
}
const linesOf = (files: Files) => (JSON.parse(files.get('records.json')!.toString()) as { records: Line[] }).records
const seqOf = (files: Files, type: string) => linesOf(files).find(({ facts }) => facts.type === type)!.seq

test('a pack verifies by itself, and says whose word its key is', async () => {
  const files = await packed()
  const count = linesOf(files).length
  expect(await verdict(files)).toMatchObject({ ok: true, records: count, fault_count: 0, key_given: false })
  expect(await verdict(files, PUBLIC_KEY)).toMatchObject({ ok: true, key_given: true })
  const other = randomBytes(32).toString('base64')
  expect((await verdict(files, other)).faults.map(({ file }) => file)).toEqual(['public-key.txt', 'checkpoint.txt'])
})

test('one changed byte anywhere is found, and in a record it names the record', async () => {
  const files = await packed()
  const names = [...files.keys()].filter(name => name !== 'manifest.json')
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.nat(), fc.integer({ min: 1, max: 255 }), async (name, at, bits) => {
      const bytes = Buffer.from(files.get(name)!)
      const place = at % bytes.length
      bytes[place] = bytes[place]! ^ bits
      const { ok, faults } = await verdict(new Map(files).set(name, bytes))
      expect(ok).toBe(false)
      const seq = /^proofs\/(\d+)/.exec(name)?.[1]
      if (seq !== undefined) expect(faults.map(fault => fault.seq)).toContain(Number(seq))
    }),
    { numRuns: 60, endOnFailure: true },
  )
}, 60_000)

test.for([
  ['the text that was hashed', 'all good', 'all bad!'],
  ['what it shows', '"notes":"all good"', '"notes":"all bad!"'],
  ['the role of who did it', '"role":"OPERATOR"', '"role":"MANAGERS"'],
] as const)('a record is named when %s was changed, also when the manifest was made to fit', async ([, from, to]) => {
  const files = await packed()
  const seq = seqOf(files, 'gate.decided')
  const changed = forged(files, 'records.json', text =>
    text
      .split('\n')
      .map(line => (line.startsWith(`{"seq":${seq},`) ? line.replace(from, to) : line))
      .join('\n'),
  )
  const { ok, faults } = await verdict(changed)
  expect(ok).toBe(false)
  expect(faults.map(fault => fault.seq)).toContain(seq)
  expect(new Set(faults.map(fault => fault.seq ?? seq))).toEqual(new Set([seq]))
})

test('a table, a signature and a proof that say something else than the record are named', async () => {
  const files = await packed()
  const decided = seqOf(files, 'gate.decided')
  const signed = seqOf(files, 'record.signed')
  const table = await verdict(forged(files, 'records.csv', text => text.replace('all good', 'all bad!')))
  expect(table.faults).toEqual([expect.objectContaining({ seq: decided, file: 'records.csv' })])
  const meaning = await verdict(
    forged(files, 'records.json', text =>
      text.replace('"signer_id"', '"signer_ix"').replace('"valid":true', '"valid":1'),
    ),
  )
  expect(meaning.faults.map(({ seq }) => seq)).toContain(signed)
  const name = `proofs/${decided}.tlog-proof`
  const swapped = await verdict(forged(files, name, () => files.get(`proofs/${signed}.tlog-proof`)!.toString()))
  expect(swapped.faults).toEqual([expect.objectContaining({ seq: decided, file: name })])
})

test('a record that was taken out of a pack, or put in without a proof, is found', async () => {
  const files = await packed()
  const seq = seqOf(files, 'gate.decided')
  const without = forged(files, 'records.json', text =>
    text
      .split('\n')
      .filter(line => !line.startsWith(`{"seq":${seq},`))
      .join('\n'),
  )
  expect((await verdict(without)).faults).toContainEqual(
    expect.objectContaining({ seq, file: `proofs/${seq}.tlog-proof` }),
  )
  const name = `proofs/${seq}.tlog-proof`
  expect((await verdict(new Map([...files].filter(([file]) => file !== name)))).faults).toEqual([
    expect.objectContaining({ seq, file: name }),
  ])
})

test('the technician checks a pack with the command, and it says which record does not hold', async () => {
  const files = await packed()
  const seq = seqOf(files, 'gate.decided')
  const main = join(import.meta.dirname, 'main.ts')
  const sound = await run(process.execPath, [main, 'verify-pack', await written(files), '--public-key', PUBLIC_KEY])
  expect(sound.stdout).toMatch(/^ok: \d+ records stand in the ledger flowviz\//)
  const changed = await written(forged(files, 'records.json', text => text.replaceAll('all good', 'all bad!')))
  const failed = await run(process.execPath, [main, 'verify-pack', changed]).catch(
    (error: { code: number; stdout: string }) => error,
  )
  expect(failed).toMatchObject({ code: 1, stdout: expect.stringMatching(new RegExp(`^BAD: .*No\\. ${seq}: `, 's')) })
}, 30_000)

test('with openssl alone, by the script that lies in the pack, each record is checked and a changed one named', async () => {
  const files = await packed()
  const seq = seqOf(files, 'gate.decided')
  const dir = folder()
  const unpackTo = (files: Files) => {
    for (const [name, bytes] of files) {
      mkdirSync(dirname(join(dir, name)), { recursive: true })
      writeFileSync(join(dir, name), bytes)
    }
  }
  const check = () => run('sh', [join(dir, 'verify.sh')]).catch((error: { code: number; stdout: string }) => error)
  unpackTo(files)
  const count = linesOf(files).length
  expect((await check()).stdout).toMatch(
    new RegExp(`^${count} records stand in the ledger flowviz/.* head of \\d+ rows\n$`),
  )
  const name = `proofs/${seq}.tlog-proof`
  const proof = files.get(name)!.toString()
  unpackTo(new Map([[name, Buffer.from(proof.replace(/(?<=extra .{70})./, letter => (letter === 'A' ? 'B' : 'A')))]]))
  expect(await check()).toMatchObject({ code: 1, stdout: `No. ${seq} does not stand in the ledger as it is here\n` })
  const head = files
    .get('checkpoint.txt')!
    .toString()
    .replace(/^(.*\n)\d+/, '$1999')
  unpackTo(new Map([['checkpoint.txt', Buffer.from(head)]]))
  expect(await check()).toMatchObject({ code: 1, stdout: expect.stringContaining('is not signed') })
}, 60_000)

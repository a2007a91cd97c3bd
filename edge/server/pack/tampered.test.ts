import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { genesisHash, rowHash } from '@flowviz/contract/chain'
import { expect, test } from 'vitest'
import { verifyPack } from '../maintain/verify-pack.ts'
import { openForWriting } from '../store/open.ts'
import { plantStore } from '../store/plant-store.ts'
import { pagesOf } from '../testing/pdf.ts'
import { type Box, folder, openBox } from '../writer/testing/box.ts'
import { decide, lotOn } from '../writer/testing/line.ts'
import { packOf, unpack } from './testing/pack.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** A plant with one decision, under a signed head. */
function decided(): { box: Box; lot_id: string; seq: number } {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  const { seq } = decide(box, { lot_id, gate_id: 1, notes: 'all good' })
  box.submit('sign-checkpoint', { cause: 'time' })
  return { box, lot_id, seq }
}

/** Changes the file behind the triggers, as somebody with root would. */
function tamper(box: Box, change: (db: ReturnType<typeof openForWriting>) => void): void {
  const db = openForWriting(box.path, 'plant')
  for (const name of ['updated', 'deleted', 'replaced']) db.exec(`DROP TRIGGER ledger_is_never_${name}`)
  change(db)
  db.close()
}

/** Gives every row the hash that follows from its text, so that the chain is whole again. */
function rehash(db: ReturnType<typeof openForWriting>): void {
  const { ledger } = plantStore(db)
  const { site, publicKey } = ledger.state()!
  let previous = genesisHash(sha256, site, publicKey)
  const update = db.prepare('UPDATE ledger SET hash = ? WHERE seq = ?')
  for (const { seq, body } of ledger.rows(1, 100_000)) {
    previous = rowHash(sha256, previous, body)
    update.run(previous, seq)
  }
}

/** What a pack says: on its cover, at its end, in its manifest, and what a check of it says. */
async function said(box: Box, lot_id: string) {
  const zip = await packOf(box, { of: { lot_id } })
  const path = join(folder(), 'pack.zip')
  writeFileSync(path, zip)
  const files = await unpack(zip)
  const pages = (await pagesOf(files.get('pack.pdf')!)).map(text => text.replace(/\s+/g, ' '))
  const { ledger } = JSON.parse(files.get('manifest.json')!.toString()) as {
    ledger: { broken: number[]; root_fits: boolean }
  }
  return { cover: pages[0]!, end: pages.at(-1)!, ledger, verdict: await verifyPack(path, {}) }
}

test('a row that was changed in the file is named on the cover and in the manifest, and by whoever checks the pack', async () => {
  const { box, lot_id, seq } = decided()
  tamper(box, db => db.exec(`UPDATE ledger SET body = replace(body, 'all good', 'all best')`))
  const { cover, end, ledger, verdict } = await said(box, lot_id)
  expect(ledger).toMatchObject({ broken: [seq], root_fits: true })
  for (const page of [cover, end])
    expect(page).toContain(`TAMPERED WITH: these rows do not fit their hash: No. ${seq}.`)
  expect(verdict.ok).toBe(false)
  expect(new Set(verdict.faults.map(fault => fault.seq))).toEqual(new Set([seq]))
})

test('a history that was written anew fits its hashes and not the head that was signed, and the pack says so', async () => {
  const { box, lot_id } = decided()
  const { ledger: store } = plantStore(box.engine.db)
  const size = store.state()!.seq
  tamper(box, db => {
    db.exec(`UPDATE ledger SET body = replace(body, 'all good', 'all best')`)
    rehash(db)
  })
  const zip = await said(box, lot_id)
  expect(zip.ledger).toEqual(expect.objectContaining({ broken: [], root_fits: false }))
  expect(zip.cover).toContain(`TAMPERED WITH: the ${size} rows of the ledger do not lead to the root that was signed`)
  expect(zip.verdict.ok).toBe(false)
})

test('a row that was taken out of the ledger is missed by the rows beside it', async () => {
  const { box, lot_id, seq } = decided()
  tamper(box, db => db.exec(`DELETE FROM ledger WHERE seq = ${seq}`))
  const { ledger, cover } = await said(box, lot_id)
  expect(ledger.root_fits).toBe(false)
  expect(cover).toContain('TAMPERED WITH')
})

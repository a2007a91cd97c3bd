import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { hexOf } from '@flowviz/contract/chain'
import { expect, test } from 'vitest'
import { verifyPlant } from '../maintain/verify-plant.ts'
import { openPlantReader } from '../store/plant-reader.ts'
import { plantStore } from '../store/plant-store.ts'
import { rebuildProjections } from '../store/rebuild.ts'
import { BOX, type Box, folder, lot, openBox, refusal } from './testing/box.ts'

const rowsOf = (box: Box) => plantStore(box.engine.db).ledger.rows(1, 10_000)

/** A box with lots, and the same box as a copy of its past would bring it back. */
function restored({ kept, lost }: { kept: number; lost: number }): { box: Box; back: Box } {
  const box = openBox({ seed: 1 })
  for (let at = 0; at < kept; at += 1) box.submit('register-lot', lot())
  box.engine.db.pragma('wal_checkpoint(TRUNCATE)')
  const path = join(folder(), 'plant.db')
  copyFileSync(box.path, path)
  for (let at = 0; at < lost; at += 1) box.submit('register-lot', lot())
  const back = openBox({ path, seed: 2 })
  back.clock.ms += 1_000
  return { box, back }
}

test('rows that headquarters kept come back byte for byte, and the two histories are one', () => {
  const { box, back } = restored({ kept: 3, lost: 4 })
  const from_seq = back.engine.head().seq + 1
  const bodies = rowsOf(box)
    .slice(from_seq - 1)
    .map(({ body }) => body)
  const takes = { from_seq, bodies, head: box.engine.head().hash }
  expect(back.submit('append-healed', takes)).toEqual({ seq: box.engine.head().seq })
  expect(back.engine.head()).toEqual(box.engine.head())
  expect(back.submit('append-healed', takes)).toEqual({ seq: box.engine.head().seq })
  expect(rowsOf(back)).toEqual(rowsOf(box))
  const lots = ({ path }: Box) => {
    const reader = openPlantReader(path)
    const page = reader.lots({ limit: 50, cursor: null })
    reader.close()
    return page
  }
  expect(lots(back)).toEqual(lots(box))
  expect(back.submit('register-lot', lot()).lot_code).toBe('KIE-261123-L1-0008')
  expect(verifyPlant(back.engine.db, {}).ok).toBe(true)
})

test('a box that lost everything takes its whole history back, the first row included', () => {
  const { box } = restored({ kept: 2, lost: 0 })
  const empty = openBox({ path: join(folder(), 'plant.db'), awaitHeal: true })
  expect(empty.engine.head().seq).toBe(0)
  const bodies = rowsOf(box).map(({ body }) => body)
  empty.submit('append-healed', { from_seq: 1, bodies, head: box.engine.head().hash })
  expect(empty.engine.head()).toEqual(box.engine.head())
  expect(verifyPlant(empty.engine.db, {}).ok).toBe(true)
})

test('rows that do not end in the head that was named are refused, all of them', () => {
  const { box, back } = restored({ kept: 1, lost: 2 })
  const before = back.engine.head()
  const [, , third, fourth] = rowsOf(box).map(({ body }) => body)
  const head = box.engine.head().hash
  const heal = (bodies: string[], from_seq = 3) => back.submit('append-healed', { from_seq, bodies, head })
  expect(refusal(() => heal([third!, fourth!.replace('12.50', '12.51')]))).toBe('chain_broken')
  expect(refusal(() => heal([third!]))).toBe('chain_broken')
  expect(refusal(() => heal([fourth!], 4))).toBe('ledger_gap')
  expect(refusal(() => heal([fourth!]))).toBe('batch_invalid')
  expect(refusal(() => heal(['{']))).toBe('batch_invalid')
  expect(refusal(() => heal([third!.replace('"kiel"', '"bremen"')]))).toBe('site_mismatch')
  expect(back.engine.head()).toEqual(before)
  back.submit('register-lot', lot({ lot_code: 'OTHER' }))
  expect(refusal(() => heal([third!, fourth!]))).toBe('ledger_fork')
  expect(verifyPlant(back.engine.db, {}).ok).toBe(true)
})

test('without headquarters a new epoch begins, numbers its labels apart, and lost lots come back later', () => {
  const { box, back } = restored({ kept: 1, lost: 2 })
  const head = back.engine.head()
  expect(back.submit('start-epoch', { actor: BOX, cause: 'cloud_unreachable', readings_seq: 40 })).toEqual({ epoch: 2 })
  expect(back.engine.head()).toMatchObject({ epoch: 2, seq: head.seq + 1 })
  const fresh = back.submit('register-lot', lot())
  expect(fresh.lot_code).toBe('KIE-261123-L1-2001')
  for (const row of rowsOf(box).slice(1)) {
    const takes = { actor: BOX, epoch: 1, seq: row.seq, hash: hexOf(row.hash), body: row.body }
    // The first of them was never lost.
    expect(back.submit('recover-event', takes)).toEqual({ recovered: row.seq > head.seq })
    expect(back.submit('recover-event', takes)).toEqual({ recovered: false })
  }
  const reader = openPlantReader(back.path)
  const codes = reader.lots({ limit: 9, cursor: null }).lots.map(({ lot_code }) => lot_code)
  expect(codes.toSorted()).toEqual([
    'KIE-261123-L1-0001',
    'KIE-261123-L1-0002',
    'KIE-261123-L1-0003',
    'KIE-261123-L1-2001',
  ])
  const found = reader.lot('KIE-261123-L1-0003')!
  expect(found.code_conflict).toBe(false)
  expect(reader.events({ limit: 9, before: null, subject: `lot:${found.lot_id}` })).toHaveLength(1)
  reader.close()
  expect(rebuildProjections(back.engine.db).differences).toEqual([])
  expect(verifyPlant(back.engine.db, {})).toMatchObject({ ok: true, epoch: 2 })
})

test('a code that two histories gave puts both lots in doubt', () => {
  const { box, back } = restored({ kept: 0, lost: 0 })
  box.submit('register-lot', lot({ lot_code: 'SAME-1' }))
  back.submit('start-epoch', { actor: BOX, cause: 'cloud_unreachable', readings_seq: 0 })
  const mine = back.submit('register-lot', lot({ lot_code: 'SAME-1' }))
  const lost = rowsOf(box).at(-1)!
  back.submit('recover-event', { actor: BOX, epoch: 1, seq: lost.seq, hash: hexOf(lost.hash), body: lost.body })
  const reader = openPlantReader(back.path)
  const { lots } = reader.lots({ limit: 9, cursor: null })
  expect(lots.map(({ lot_code, code_conflict }) => [lot_code, code_conflict])).toEqual([
    ['SAME-1', true],
    ['SAME-1', true],
  ])
  expect(new Set(lots.map(({ lot_id }) => lot_id)).size).toBe(2)
  expect(reader.lot(mine.lot_id)?.code_conflict).toBe(true)
  reader.close()
  expect(rebuildProjections(back.engine.db).differences).toEqual([])
})

test('readings that a lonely restore numbers anew are sealed anew', () => {
  const box = openBox()
  const sealed = (to_seq: number) =>
    box.submit('record', {
      type: 'reading.sealed',
      actor: BOX,
      subject: 'readings',
      data: { from_seq: 1, to_seq, channels: [] },
      occurred_at: null,
    })
  sealed(500)
  box.submit('start-epoch', { actor: BOX, cause: 'cloud_unreachable', readings_seq: 400 })
  const reader = openPlantReader(box.path)
  expect(reader.sealedTo()).toBe(400)
  reader.close()
})

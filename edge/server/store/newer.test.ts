import { join } from 'node:path'
import { hexOf } from '@flowviz/contract/chain'
import { expect, test } from 'vitest'
import { BOX, type Box, folder, openBox } from '../writer/testing/box.ts'
import { COLLEAGUE, decide, lotOn, MANAGER, stored } from '../writer/testing/line.ts'
import { plantStore } from './plant-store.ts'
import { rebuildProjections } from './rebuild.ts'

interface Loss {
  box: Box
  lot_id: string
  run_id: string
  /** Brings back what was lost. */
  recover(): void
}

/** A box that goes on without what happened after a copy of its file was made. */
function lost(happened: (box: Box, ids: { lot_id: string; run_id: string }) => void): Loss {
  const before = openBox()
  const lot_id = lotOn(before, 'L1', { lot_type: 'RAW' })
  const { run_id } = before.act('plan-run', { body: {} }, { actor: MANAGER })
  const path = join(folder(), 'copy.db')
  before.engine.db.exec(`VACUUM INTO '${path}'`)
  const kept = before.engine.head().seq
  happened(before, { lot_id, run_id })
  const rows = plantStore(before.engine.db).ledger.rows(kept + 1, 100)
  const box = openBox({ path, seed: 5 })
  box.submit('start-epoch', { actor: BOX, cause: 'restored', readings_seq: 0 })
  const recover = () => {
    for (const { seq, hash, body } of rows)
      box.submit('recover-event', { actor: BOX, epoch: 1, seq, hash: hexOf(hash), body })
  }
  return { box, lot_id, run_id, recover }
}

test('a lot that failed after a restore is not freed when the PASS from before it comes back', () => {
  const { box, lot_id, recover } = lost((box, { lot_id }) => decide(box, { lot_id, gate_id: 1 }))
  decide(box, { lot_id, gate_id: 1, decision: 'FAIL' }, { actor: COLLEAGUE })
  recover()
  expect(stored(box, lot_id)).toMatchObject({ status: 'REJECTED', gate_passed: 0 })
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test('what was lost and never lived again counts as it was', () => {
  const { box, lot_id, recover } = lost((box, { lot_id }) => {
    decide(box, { lot_id, gate_id: 1 })
    box.act('place-hold', { body: { lot_ids: [lot_id], reason: 'smells odd' } })
  })
  recover()
  expect(stored(box, lot_id)).toMatchObject({ status: 'AVAILABLE', gate_passed: 1, holds: 1 })
})

test('a gate that was lost fills what a later end of the lot left open', () => {
  const { box, lot_id, recover } = lost((box, { lot_id }) => decide(box, { lot_id, gate_id: 1 }))
  box.act('void-lot', { params: { lot_id }, body: {} })
  recover()
  expect(stored(box, lot_id)).toMatchObject({ status: 'VOIDED', gate_passed: 1 })
})

test('a run that was given up after a restore does not go on when its lost release comes back', () => {
  const { box, run_id, recover } = lost((box, { run_id }) => {
    box.act('release-run', { params: { run_id }, body: {} }, { actor: MANAGER })
  })
  box.act('abort-run', { params: { run_id }, body: { reason: 'The box was down.' } })
  recover()
  const { state, body } = plantStore(box.engine.db).records.get('run', run_id)!
  expect(state).toBe('ABORTED')
  expect(body).toMatchObject({ state: 'ABORTED', released_at: expect.any(String) })
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

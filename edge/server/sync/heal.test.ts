import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hexOf } from '@flowviz/contract/chain'
import { RESTORED_MARKER } from '@flowviz/contract/restore'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { type Box, type BoxWish, copyFiles, startBox } from './testing/box.ts'
import { type Hq, startHq } from './testing/site.ts'

let hq: Hq
beforeAll(async () => {
  hq = await startHq()
})
afterAll(() => hq.stop())

vi.setConfig({ testTimeout: 60_000 })
const WITHIN = { timeout: 20_000, interval: 20 }
const pushed = (box: Box) =>
  vi.waitFor(() => {
    const { pending_events, pending_readings, problem } = box.loop.status()
    expect({ pending_events, pending_readings, problem }).toEqual({
      pending_events: 0,
      pending_readings: 0,
      problem: null,
    })
  }, WITHIN)

async function started(wish: BoxWish): Promise<Box> {
  const box = await startBox(wish)
  onTestFinished(() => box.stop())
  return box
}

/** A box that pushed two lots and two readings, and a backup that holds only the first of each. */
async function withBackup(wish: BoxWish): Promise<{ backup: string; first: number }> {
  const backup = `${wish.dir}-backup`
  const before = await startBox(wish)
  await before.lot('BEFORE')
  await before.reading()
  await pushed(before)
  const first = before.reader.head().seq
  await before.stop()
  copyFiles(wish.dir, backup)
  const after = await startBox(wish)
  await after.lot('AFTER')
  await after.reading()
  await pushed(after)
  await after.stop()
  return { backup, first }
}

function restored(wish: BoxWish, backup: string, seq: number): void {
  copyFiles(backup, wish.dir)
  const marker = { v: 1, source: 'a backup', restored_seq: seq, refused: ['another: not whole'] }
  writeFileSync(join(wish.dir, RESTORED_MARKER), JSON.stringify(marker))
}

const typesOf = (box: Box) => box.reader.ledgerRows(1, 1_000).map(row => JSON.parse(row.body).type as string)
const lotsOf = (box: Box) =>
  box.reader
    .lots({ limit: 100, cursor: null })
    .lots.map(lot => lot.lot_code)
    .sort()

test('a restored box takes back what headquarters had acknowledged, before it serves, and says so', async () => {
  const { wish } = await hq.site('plant-heal')
  const { backup, first } = await withBackup(wish)
  restored(wish, backup, first)
  const box = await started(wish)
  expect(box.healed).toEqual({ outcome: 'healed', events: 1, readings: 1 })
  expect(lotsOf(box)).toEqual(['AFTER', 'BEFORE'])
  expect(box.telemetry.lastSeq()).toBe(2)
  expect(existsSync(join(wish.dir, RESTORED_MARKER))).toBe(false)
  const [seam] = box.reader.events({ limit: 1, before: null, type: 'ledger.restored' })
  expect(seam?.event).toMatchObject({
    data: {
      source: 'a backup',
      restored_seq: first,
      healed_events: 1,
      healed_readings: 1,
      refused: ['another: not whole'],
    },
  })
  await box.lot('LATER')
  await pushed(box)
  const rows = box.reader.ledgerRows(1, 1_000).map(row => ({ seq: row.seq, hash: hexOf(row.hash) }))
  expect((await hq.rows(wish.site)).map(({ seq, hash }) => ({ seq, hash }))).toEqual(rows)
})

test('files that an older copy replaced by hand are healed too, without any marker', async () => {
  const { wish } = await hq.site('plant-hand')
  const { backup } = await withBackup(wish)
  copyFiles(backup, wish.dir)
  const box = await started(wish)
  expect(box.healed.outcome).toBe('healed')
  expect(lotsOf(box)).toEqual(['AFTER', 'BEFORE'])
  expect(typesOf(box)).toContain('ledger.restored')
})

test('a box that lost nothing starts without a trace, with or without headquarters', async () => {
  const { wish, link } = await hq.site('plant-whole')
  await withBackup(wish)
  const box = await startBox(wish)
  expect(box.healed).toEqual({ outcome: 'whole', events: 0, readings: 0 })
  const seq = box.reader.head().seq
  await box.stop()
  link.mode('refused')
  const alone = await started(wish)
  expect(alone.healed.outcome).toBe('not_asked')
  expect(alone.reader.head().seq).toBe(seq)
})

test('restored without headquarters a box begins an epoch; when the link is back the lost lot comes back once', async () => {
  const { wish, link } = await hq.site('plant-epoch')
  const { backup, first } = await withBackup(wish)
  restored(wish, backup, first)
  link.mode('refused')
  const box = await started({ ...wish, patience_ms: 500 })
  expect(box.healed.outcome).toBe('new_epoch')
  expect(box.reader.head().epoch).toBe(2)
  await box.lot('ALONE')
  await box.reading()
  expect(lotsOf(box)).toEqual(['ALONE', 'BEFORE'])
  link.mode('open')
  await vi.waitFor(() => expect(lotsOf(box)).toEqual(['AFTER', 'ALONE', 'BEFORE']), WITHIN)
  await vi.waitFor(() => expect(typesOf(box)).toContain('ledger.restored'), WITHIN)
  await pushed(box)
  expect(await hq.lots(wish.site)).toEqual(['AFTER', 'ALONE', 'BEFORE'])
  const there = await hq.rows(wish.site)
  const ours = box.reader.ledgerRows(first + 1, 1_000).map(row => ({ epoch: 2, seq: row.seq, hash: hexOf(row.hash) }))
  expect(there.filter(row => row.epoch === 2).map(({ epoch, seq, hash }) => ({ epoch, seq, hash }))).toEqual(ours)
  expect(await hq.readings(wish.site)).toEqual([
    { epoch: 1, seq: 1 },
    { epoch: 1, seq: 2 },
    { epoch: 2, seq: 2 },
  ])
  expect(typesOf(box).filter(type => type === 'ledger.recovered').length).toBe(1)
})

test('the seam is closed once: a later start of the box begins nothing and recovers nothing anew', async () => {
  const { wish, link } = await hq.site('plant-again')
  const { backup, first } = await withBackup(wish)
  restored(wish, backup, first)
  link.mode('refused')
  const alone = await startBox({ ...wish, patience_ms: 500 })
  await alone.stop()
  link.mode('open')
  const back = await startBox(wish)
  await vi.waitFor(() => expect(typesOf(back)).toContain('ledger.restored'), WITHIN)
  await pushed(back)
  const { seq, epoch } = back.reader.head()
  await back.stop()
  const later = await started(wish)
  await pushed(later)
  expect(later.healed.outcome).toBe('whole')
  expect(later.reader.head()).toMatchObject({ seq, epoch })
})

test('two histories with the same numbers are never merged: the box says fork and keeps its own', async () => {
  const { wish, link } = await hq.site('plant-fork')
  const { backup } = await withBackup(wish)
  copyFiles(backup, wish.dir)
  link.mode('refused')
  // No marker, no headquarters: nothing tells this box that it has lost something.
  const box = await started(wish)
  await box.lot('OTHER')
  link.mode('open')
  await vi.waitFor(() => expect(box.loop.status().state).toBe('refused'), WITHIN)
  expect(lotsOf(box)).toEqual(['BEFORE', 'OTHER'])
  expect(await hq.lots(wish.site)).toEqual(['AFTER', 'BEFORE'])
})

import { hexOf } from '@flowviz/contract/chain'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { newPrivateKey } from '../../../provisioning/demo/keys.ts'
import { enrolBox, makeClaim } from '../../../provisioning/enrol.ts'
import { type Box, type BoxWish, startBox } from './testing/box.ts'
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

const rowsOf = (box: Box) => box.reader.ledgerRows(1, 10_000).map(row => ({ seq: row.seq, hash: hexOf(row.hash) }))
const rowsThere = async (site: string) => (await hq.rows(site)).map(({ seq, hash }) => ({ seq, hash }))

test('what is committed on the box is at headquarters row by row, and its countersigned receipt on the box', async () => {
  const { wish } = await hq.site('plant-push')
  const box = await started(wish)
  await box.lot('LOAD-0001')
  await box.reading()
  await box.writer.submit('sign-checkpoint', { cause: 'time' })
  await box.lot('LOAD-0002')
  await pushed(box)
  expect(await rowsThere(wish.site)).toEqual(rowsOf(box))
  expect(await hq.lots(wish.site)).toEqual(['LOAD-0001', 'LOAD-0002'])
  const { ledger, readings, receipt } = box.reader.acked()
  expect(ledger).toEqual(box.reader.head())
  expect(readings).toEqual({ epoch: 1, seq: 1 })
  expect(receipt).toContain(`— ${wish.cloudKey.name} `)
  expect(box.loop.status().state).toBe('ok')
})

test('thousands of events and megabytes of readings go over in bounded batches, in order', async () => {
  const { wish, link } = await hq.site('plant-backlog')
  link.mode('refused')
  const box = await started(wish)
  await Promise.all(Array.from({ length: 2_500 }, (_, at) => box.lot(`LOAD-${at}`)))
  await Promise.all(Array.from({ length: 3_000 }, () => box.reading(512)))
  expect(box.loop.status()).toMatchObject({ state: 'unreachable', pending_readings: 3_000 })
  link.mode('open')
  await pushed(box)
  expect(await rowsThere(wish.site)).toEqual(rowsOf(box))
  expect((await hq.readings(wish.site)).map(({ seq }) => seq)).toEqual(Array.from({ length: 3_000 }, (_, at) => at + 1))
})

test('a lot does not wait behind a backlog of temperatures', async () => {
  const { wish, link } = await hq.site('plant-lanes')
  const box = await started(wish)
  await pushed(box)
  link.mode('refused')
  await Promise.all(Array.from({ length: 8_000 }, () => box.reading(256)))
  link.delay(40)
  link.mode('open')
  await box.lot('FIRST')
  await vi.waitFor(() => expect(box.reader.acked().ledger?.seq).toBe(box.reader.head().seq), WITHIN)
  expect(box.loop.status().pending_readings).toBeGreaterThan(0)
})

test('an answer that was lost on its way back costs nothing: the batch goes again and is there once', async () => {
  const { wish, link } = await hq.site('plant-lost')
  const box = await started(wish)
  await pushed(box)
  for (let at = 0; at < 10; at += 1) {
    await box.lot(`LOAD-${at}`)
    await box.reading()
    // The batch may have arrived or not, and its answer too.
    await new Promise(resolve => setTimeout(resolve, at * 4))
    link.cut()
  }
  await pushed(box)
  expect(await rowsThere(wish.site)).toEqual(rowsOf(box))
  expect((await hq.readings(wish.site)).length).toBe(10)
})

test('what headquarters lost with an older backup of its own comes back from the box', async () => {
  const { wish } = await hq.site('plant-rollback')
  const box = await started(wish)
  for (const code of ['LOAD-1', 'LOAD-2', 'LOAD-3']) {
    await box.lot(code)
    await box.reading()
  }
  await pushed(box)
  await hq.rollBack(wish.site, { seq: 2, reading: 1 })
  expect(await hq.lots(wish.site)).toEqual(['LOAD-1'])
  await box.lot('LOAD-4')
  await box.reading()
  await pushed(box)
  expect(await rowsThere(wish.site)).toEqual(rowsOf(box))
  expect(await hq.lots(wish.site)).toEqual(['LOAD-1', 'LOAD-2', 'LOAD-3', 'LOAD-4'])
  expect((await hq.readings(wish.site)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
})

test('a box whose clock is a day wrong pushes all the same', async () => {
  const { wish } = await hq.site('plant-clock')
  for (const clock_ms of [-86_400_000, 86_400_000]) {
    const box = await startBox({ ...wish, clock_ms })
    await box.lot(`LOAD-${Math.sign(clock_ms) + 1}`)
    await pushed(box)
    await box.stop()
  }
  expect(await hq.lots(wish.site)).toEqual(['LOAD-0', 'LOAD-2'])
})

test('a box whose key was replaced says so, keeps everything and works on', async () => {
  const { wish } = await hq.site('plant-revoked')
  const box = await started(wish)
  await pushed(box)
  const { headquarters } = hq
  const claim = await makeClaim(headquarters.url, headquarters.admin, wish.site)
  await enrolBox(headquarters.url, claim, { site: wish.site, site_name: wish.site, privatePem: newPrivateKey() })
  await box.lot('LOCAL-1')
  await vi.waitFor(() => expect(box.loop.status().state).toBe('refused'), WITHIN)
  expect(box.loop.status()).toMatchObject({ pending_events: 1 })
  expect(box.loop.status().problem).toMatch(/\S/)
})

test('a receipt by another key than that of headquarters is no acknowledgement', async () => {
  const { wish } = await hq.site('plant-impostor')
  const cloudKey = { ...wish.cloudKey, publicKey: Buffer.alloc(32, 7).toString('base64') }
  const box = await started({ ...wish, cloudKey })
  await box.lot('LOAD-1')
  await box.writer.submit('sign-checkpoint', { cause: 'time' })
  await box.lot('LOAD-2')
  await vi.waitFor(() => expect(box.loop.status().state).toBe('refused'), WITHIN)
  expect(box.reader.acked().ledger?.seq ?? 0).toBeLessThan(box.reader.head().seq)
})

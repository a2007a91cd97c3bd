import { join } from 'node:path'
import type { TabletCommand } from '@flowviz/contract/tablet'
import { expect, test } from 'vitest'
import { verifyPlant } from '../maintain/verify-plant.ts'
import { openForReading } from '../store/open.ts'
import { plantStore } from '../store/plant-store.ts'
import { plantFiles } from '../testing/plant.ts'
import { startProcess } from '../testing/process.ts'
import { setUpTablet } from '../testing/tablet.ts'

const BATCH = 10
const KILLS = 4

test('an appliance that is killed again and again while a queue comes in has each command once, and all it said were done', async () => {
  const files = plantFiles()
  let plant = await startProcess(files)
  const tablet = await setUpTablet(plant)
  const queue = Array.from({ length: 200 }, () =>
    tablet.command('register-lot', { auth: 'offline-pin', body: { lot_type: 'RAW', weight_kg: '1.000' } }),
  )
  const keyOf = (text: string) => (JSON.parse(text) as TabletCommand).key
  const done = new Set<string>()
  const waiting = () => queue.filter(({ text }) => !done.has(keyOf(text)))
  /** Sends until all is done, or until nobody answers any more. */
  const work = async (): Promise<void> => {
    for (let batch = waiting().slice(0, BATCH); batch.length > 0; batch = waiting().slice(0, BATCH)) {
      const answer = await tablet.send(batch, plant).catch(() => null)
      if (answer === null) return
      for (const { key, verdict } of answer.verdicts) if (verdict === 'done') done.add(key)
    }
  }
  for (let kills = 0; kills < KILLS; kills += 1) {
    const goal = done.size + 20
    const working = work()
    while (done.size < goal) await new Promise(resolve => setTimeout(resolve, 1))
    await plant.kill()
    await working
    plant = await startProcess(files)
  }
  await work()
  const { received_seq, missing } = await tablet.send(queue.slice(0, 1), plant)
  expect([done.size, received_seq, missing]).toEqual([queue.length, queue.length, []])
  await plant.kill()
  const db = openForReading(join(files.FLOWVIZ_DATA_DIR!, 'plant.db'))
  const rows = plantStore(db).ledger.rows(1, 10_000)
  const events = rows.map(({ body }) => JSON.parse(body) as { type: string; command?: string })
  const registered = events.flatMap(({ type, command }) => (type === 'lot.registered' ? [command] : []))
  expect(registered.sort()).toEqual(queue.map(({ text }) => keyOf(text)).sort())
  expect(events.filter(({ type }) => type === 'tablet.skipped')).toEqual([])
  expect(verifyPlant(db, {}).ok).toBe(true)
  db.close()
}, 180_000)

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { verifyPlant } from '../maintain/verify-plant.ts'
import { openForReading } from '../store/open.ts'
import { openPlantReader } from '../store/plant-reader.ts'
import { openPlantWriter } from './plant-writer.ts'
import { folder, KEY, lot, SITE, seeded } from './testing/box.ts'

const open = (path: string) => openPlantWriter({ path, site: SITE, boxKeyPem: KEY, version: '0.1.0' })

function verified(path: string) {
  const db = openForReading(path)
  const verdict = verifyPlant(db, {})
  db.close()
  return verdict
}

test('lots of many callers share commits, and the head is told after their answers', async () => {
  const path = join(folder(), 'plant.db')
  const writer = await open(path)
  const heard: { seq: number; answered: number }[] = []
  let answered = 0
  writer.onCommit(({ seq }) => heard.push({ seq, answered }))
  const codes = Array.from({ length: 300 }, (_, at) => `LOT-${at}`)
  const lots = await Promise.all(
    codes.map(async lot_code => {
      const registered = await writer.submit('register-lot', lot({ lot_code }))
      answered += 1
      return registered
    }),
  )
  expect(lots.map(({ lot_code }) => lot_code)).toEqual(codes)
  expect(lots.map(({ seq }) => seq)).toEqual(codes.map((_, at) => at + 2))
  await writer.submit('sign-checkpoint', { cause: 'time' })
  expect(heard.length).toBeLessThan(50)
  expect(heard.at(-1)).toEqual({ seq: 301, answered: 300 })
  expect(writer.head().seq).toBe(301)
  await expect(writer.submit('register-lot', lot({ lot_code: 'LOT-7' }))).rejects.toMatchObject({
    code: 'lot_code_taken',
  })
  await writer.close()
  await expect(writer.submit('register-lot', lot())).rejects.toMatchObject({ code: 'not_ready' })
  expect(verified(path)).toMatchObject({ ok: true, seq: 301 })
}, 30_000)

test('closing signs the last head', async () => {
  const path = join(folder(), 'plant.db')
  const writer = await open(path)
  const last = writer.submit('register-lot', lot())
  await writer.close()
  await last
  const reader = openPlantReader(path)
  expect(reader.checkpoint(1_000)).toMatch(/^flowviz\/kiel\n2\n/)
  reader.close()
}, 30_000)

test('a file that cannot be opened refuses with its code', async () => {
  const path = join(folder(), 'plant.db')
  await (await open(path)).close()
  const other = openPlantWriter({ path, site: 'bremen', boxKeyPem: KEY, version: '0.1.0' })
  await expect(other).rejects.toMatchObject({ code: 'store_unfit' })
  const keyless = openPlantWriter({ path, site: SITE, boxKeyPem: 'none', version: '0.1.0' })
  await expect(keyless).rejects.toMatchObject({ code: 'config_invalid' })
}, 30_000)

const ROUNDS = 5

test('a box that is killed at any moment has every lot that it acknowledged, once, and a chain that verifies', async () => {
  const seed = Number(process.env.FLOWVIZ_SEED ?? 20_261_123)
  const random = seeded(seed)
  const dir = folder()
  const [path, keyFile] = [join(dir, 'plant.db'), join(dir, 'box.pem')]
  writeFileSync(keyFile, KEY)
  const acknowledged: string[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const [high, low] = random(2) as unknown as [number, number]
    const after = 1 + ((high * 256 + low) % 400)
    acknowledged.push(...(await killedAfter(after, [path, keyFile, `R${round}`])))
    const said = `seed ${seed}, round ${round}, killed after ${after}`
    const writer = await open(path)
    await writer.close()
    expect(verified(path), said).toMatchObject({ ok: true })
    const reader = openPlantReader(path)
    const lots = acknowledged.map(code => reader.lot(code)?.lot_code)
    const stored = reader.lots({ limit: 100_000, cursor: null }).lots.map(({ lot_code }) => lot_code)
    reader.close()
    expect(lots, said).toEqual(acknowledged)
    expect(new Set(stored).size, said).toBe(stored.length)
  }
  console.log(`seed ${seed}: ${acknowledged.length} acknowledged lots, none lost in ${ROUNDS} kills`)
}, 120_000)

/** Lets a plant register lots until it has acknowledged so many, kills it, and gives all that it had said by then. */
async function killedAfter(count: number, args: string[]): Promise<string[]> {
  const entry = join(import.meta.dirname, 'testing', 'appender.ts')
  const child = spawn(process.execPath, [entry, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (said.length === count) child.kill('SIGKILL')
  }
  await ended
  expect(child.signalCode).toBe('SIGKILL')
  expect(said.length).toBeGreaterThanOrEqual(count)
  // The last line may have been cut by the kill: a code is whole when its neighbour in the file is.
  return said.filter(line => /^R\d+-\d+$/.test(line)).slice(0, -1)
}

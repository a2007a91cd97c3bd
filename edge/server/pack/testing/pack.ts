import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js'
import { expect, onTestFinished } from 'vitest'
import { type Box, folder, START_MS } from '../../writer/testing/box.ts'
import type { PackJob } from '../job.ts'
import { type Making, makePack } from '../make.ts'
import { openSource } from '../source.ts'

const HOUR_MS = 3_600_000
export const MADE_AT = '2026-11-24T08:00:00.000Z'
const stamp = (ms: number) => new Date(ms).toISOString()

/** Makes a pack of what a box holds; gives the bytes of the file. */
export async function packOf(box: Box, change: Partial<PackJob> = {}, making: Partial<Making> = {}): Promise<Buffer> {
  const { size } = box.submit('sign-checkpoint', { cause: 'time' })
  const source = openSource(box.path)
  onTestFinished(() => source.close())
  const job: PackJob = {
    plant: box.path,
    folder: folder(),
    pack_id: '019ab0a2-5c00-7000-8000-0000000000ff',
    of: { from: stamp(START_MS), to: stamp(START_MS + 1_000 * HOUR_MS) },
    format: 'zip',
    site_name: 'Werk Kiel',
    requested_at: MADE_AT,
    requested_by: 'Anna Auditor (AUDITOR)',
    upto: size,
    ...change,
  }
  const made = await makePack(job, { source, made_at: MADE_AT, progress: () => undefined, ...making })
  const bytes = readFileSync(join(job.folder, `${job.pack_id}.${job.format}`))
  expect([bytes.length, hash('sha256', bytes)]).toEqual([made.size_bytes, made.sha256])
  return bytes
}

/** The files of an archive by name. */
export async function unpack(zip: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const reader = new ZipReader(new Uint8ArrayReader(zip), { useWebWorkers: false })
  for (const entry of await reader.getEntries())
    if (!entry.directory) files.set(entry.filename, Buffer.from(await entry.getData(new Uint8ArrayWriter())))
  return files
}

/** The same files in an archive again, as somebody who changed one would make it. */
export async function pack(files: Iterable<[string, Uint8Array]>): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false })
  for (const [name, bytes] of files) await writer.add(name, new Uint8ArrayReader(bytes))
  return writer.close()
}

import { hash } from 'node:crypto'
import { bytesOf, hexOf } from '@flowviz/contract/chain'
import { parseCheckpoint, parseNote } from '@flowviz/contract/checkpoint'
import { leafHash, rootFromPath } from '@flowviz/contract/merkle'
import { expect, test } from 'vitest'
import { plantFiles, startPlant } from '../testing/plant.ts'

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer')

test('an event is proven with a short path against the signed tree', async () => {
  const files = plantFiles()
  // Stopping signs the head.
  await (await startPlant(files)).stop()
  const plant = await startPlant(files)
  const response = await plant.ask('AUDITOR', '/api/v1/ledger/proofs/2')
  expect(response.status).toBe(200)
  const proof = (await response.json()) as {
    seq: number
    body: string
    row_hash: string
    size: number
    path: string[]
    checkpoint: string
  }
  const { root, size } = parseCheckpoint(parseNote(proof.checkpoint)!.text)!
  const leaf = leafHash(sha256, bytesOf(proof.row_hash))
  const path = proof.path.map(bytesOf)
  const computed = rootFromPath(sha256, leaf, { index: proof.seq - 1, size, path })
  expect(Buffer.from(computed!).toString('base64')).toBe(root)
  expect(JSON.parse(proof.body)).toMatchObject({ seq: 2, site: 'plant-a' })
  expect(hexOf(bytesOf(proof.row_hash))).toHaveLength(64)
})

test('an event that is not there or not signed yet has no proof', async () => {
  const plant = await startPlant()
  const code = async (seq: number) =>
    ((await (await plant.ask('AUDITOR', `/api/v1/ledger/proofs/${seq}`)).json()) as { code: string }).code
  expect(await code(99_999)).toBe('not_found')
})

test('the trail is read backwards, page by page', async () => {
  const plant = await startPlant()
  const page = async (query: string) => {
    const response = await plant.ask('AUDITOR', `/api/v1/ledger/events?limit=3${query}`)
    return (await response.json()) as { events: { seq: number }[]; next: number | null }
  }
  const first = await page('')
  const second = await page(`&before=${first.next}`)
  const seqs = [...first.events, ...second.events].map(({ seq }) => seq)
  expect(seqs).toEqual([...seqs].sort((a, b) => b - a))
  expect(new Set(seqs).size).toBe(6)
})

import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlantDevices } from '@flowviz/contract/device'
import { codeOf } from '@flowviz/contract/error'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { ownFolder } from '../testing/folder.ts'
import { Configuration } from './configuration.ts'

const text = (id: string) =>
  `{v: 1, site: p, devices: [{id: ${id}, name: S, driver: mt-sics, location: l, identity: g,
  transport: {kind: tcp, host: h, port: 1}, channels: [{name: weight, unit: kg}]}]}`
const codeFrom = (work: Promise<unknown>) => work.then(() => 'none', codeOf)

async function configured(last_good = 'last.yaml') {
  const folder = await ownFolder()
  const [file, last_good_file] = [join(folder, 'devices.yaml'), join(folder, last_good)]
  const applied: string[] = []
  const apply = async (plant: PlantDevices) => {
    applied.push(plant.devices.map(({ id }) => id).join())
    return { added: [], changed: [], removed: [] }
  }
  const made = () => new Configuration({ file, last_good_file, apply, log: pino({ level: 'silent' }) })
  return { file, last_good_file, applied, made, write: (content: string) => writeFile(file, content) }
}

test('a file with mistakes changes nothing, and a gateway that is started anew goes on with the last good one', async () => {
  const { applied, made, write, last_good_file } = await configured()
  await write(text('scale-1'))
  const running = made()
  await running.start()
  await write(text('scale-2'))
  await running.reload()
  await write('v: 1\nsite: [')
  expect(await codeFrom(running.reload())).toBe('config_invalid')
  expect(applied).toEqual(['scale-1', 'scale-2'])
  expect(await readFile(last_good_file, 'utf8')).toBe(text('scale-2'))
  await made().start()
  expect(applied).toEqual(['scale-1', 'scale-2', 'scale-2'])
  await write(text('scale-3'))
  await made().start()
  expect(applied.at(-1)).toBe('scale-3')
})

test('without a last good one, or with one that is not good any more, the mistake of the file is told', async () => {
  const { applied, made, write, last_good_file, file } = await configured()
  await write('nonsense')
  expect(await codeFrom(made().start())).toBe('config_invalid')
  await writeFile(last_good_file, 'torn')
  expect(await codeFrom(made().start())).toBe('config_invalid')
  await rm(file)
  expect(await codeFrom(made().start())).toBe('config_invalid')
  expect(applied).toEqual([])
})

test('a disk that takes nothing keeps no device from being read', async () => {
  const { applied, made, write } = await configured('no-such-folder/last.yaml')
  await write(text('scale-1'))
  await made().start()
  expect(applied).toEqual(['scale-1'])
})

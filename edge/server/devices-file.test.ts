import { writeFileSync } from 'node:fs'
import { codeOf, type FlowError } from '@flowviz/contract/error'
import { expect, test } from 'vitest'
import { readDevices } from './devices-file.ts'
import { SCALE } from './testing/device.ts'
import { plantFiles, startPlant } from './testing/plant.ts'

test('a device file that is wrong is refused with every problem, and says where', () => {
  const path = plantFiles().FLOWVIZ_DEVICES_FILE!
  const fields = (text: string): string[] => {
    writeFileSync(path, text)
    try {
      readDevices(path, 'plant-a')
      return []
    } catch (error) {
      expect(codeOf(error)).toBe('config_invalid')
      return ((error as FlowError).extra.errors as { field: string }[]).map(({ field }) => field)
    }
  }
  expect(fields(JSON.stringify({ v: 1, site: 'plant-a', devices: [SCALE] }))).toEqual([])
  expect(fields(JSON.stringify({ v: 1, site: 'plant-b', devices: [SCALE, SCALE] }))).toEqual([
    '/site',
    '/devices/1/id',
    '/devices/1/transport/path',
  ])
  expect(fields(JSON.stringify({ v: 1, site: 'plant-a', devices: [{ ...SCALE, poll_ms: 1 }] }))).toContain(
    '/devices/0/poll_ms',
  )
  expect(fields('devices: [')).not.toEqual([])
})

test('the file is read again while the plant runs, and a bad one leaves the last good one in use', async () => {
  const plant = await startPlant()
  const write = (devices: unknown[]) =>
    writeFileSync(plant.files.FLOWVIZ_DEVICES_FILE!, JSON.stringify({ v: 1, site: 'plant-a', devices }))
  const names = async () => {
    const response = await plant.ask('VIEWER', '/api/v1/devices')
    return ((await response.json()) as { devices: { name: string }[] }).devices.map(({ name }) => name)
  }
  write([{ ...SCALE, name: 'Dispatch scale' }])
  await plant.reloadDevices()
  expect(await names()).toEqual(['Dispatch scale'])
  write([{ ...SCALE, id: 'Not A Name' }])
  await expect(plant.reloadDevices()).rejects.toMatchObject({ code: 'config_invalid' })
  expect(await names()).toEqual(['Dispatch scale'])
})

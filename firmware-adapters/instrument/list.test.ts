import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseDevices } from '../gateway/devices-file.ts'
import { ownFolder } from '../testing/folder.ts'
import { list } from './list.ts'

test('a line is listed by the name that stays, with its socket and the devices that are described on it', async () => {
  const folder = await ownFolder()
  for (const name of ['by-id', 'by-path']) await mkdir(join(folder, name))
  const [tty, id, socket] = [join(folder, 'ttyUSB0'), join(folder, 'by-id/usb-FTDI_A1'), join(folder, 'by-path/pci-0')]
  await writeFile(tty, '')
  for (const link of [id, socket]) await symlink(tty, link)
  const device = (name: string, path: string) => ({
    ...{ id: name, name, driver: 'mt-sics', location: 'receiving', identity: 'gateway-1' },
    transport: { kind: 'serial', path, baud: 9600, format: '8N1' },
    channels: [{ name: 'weight', unit: 'kg' }],
  })
  const devices = [device('scale-1', socket), device('scale-2', join(folder, 'by-id/gone'))]
  const listed = await list(folder, parseDevices(JSON.stringify({ v: 1, site: 'plant-1', devices })))
  expect(listed.ports).toMatchObject([
    { path: id, by_path: [socket], device: tty, devices: [{ id: 'scale-1', driver: 'mt-sics' }] },
  ])
  expect(listed.missing).toEqual([{ id: 'scale-2', path: join(folder, 'by-id/gone') }])
  expect(listed.drivers.find(({ id: driver }) => driver === 'nci')).toMatchObject({ grade: 'silver', link: 'bytes' })
  expect(listed.profiles.find(({ profile }) => profile === 'sdm630@1')?.trust).toMatch(
    /documented|simulated|interop|hardware/,
  )
})

test('a machine without serial lines lists the drivers and profiles all the same', async () => {
  const listed = await list(join(await ownFolder(), 'none'), null)
  expect(listed).toMatchObject({ ports: [], missing: [] })
  expect(listed.drivers.length).toBeGreaterThan(15)
})

import { readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlantDevices } from '@flowviz/contract/device'
import { shippedProfiles } from '../profile/shelf.ts'
import { DRIVERS } from '../registry.ts'

/** A serial adapter of this machine, and what devices.yaml says of it. */
export interface PortListed {
  /** The name that stays when the adapter is plugged in again: this one belongs into devices.yaml. */
  path: string
  by_id: string[]
  /** By the socket that it is plugged into: for adapters without a serial number, which share their other name. */
  by_path: string[]
  /** Such as /dev/ttyUSB0; it changes. */
  device: string
  devices: { id: string; name: string; driver: string; unit_id: number | null }[]
}

export interface Listed {
  ports: PortListed[]
  /** Devices whose line is not there. */
  missing: { id: string; path: string }[]
  drivers: { id: string; title: string; link: string; grade: string; line: string }[]
  profiles: { profile: string; title: string; trust: string }[]
}

/** The lines of this machine below `folder` (/dev/serial), and everything that can be connected to them. Opens nothing. */
export async function list(folder: string, plant: PlantDevices | null): Promise<Listed> {
  const [byId, byPath] = await Promise.all(['by-id', 'by-path'].map(name => linksIn(join(folder, name))))
  const described = await Promise.all((plant?.devices ?? []).map(lineOf))
  const lines = described.filter(line => line !== null)
  const targets = [...new Set([...byId!, ...byPath!].map(({ device }) => device))].sort()
  const ports = targets.map(device => {
    const of = (links: Link[]) => links.filter(link => link.device === device).map(({ path }) => path)
    const [ids, paths] = [of(byId!), of(byPath!)]
    const devices = lines.filter(line => line.target === device).map(({ target: _, path: __, ...said }) => said)
    return { path: ids[0] ?? paths[0]!, by_id: ids, by_path: paths, device, devices }
  })
  const missing = lines.filter(({ target }) => target === null).map(({ id, path }) => ({ id, path }))
  return { ports, missing, drivers: drivers(), profiles: profiles() }
}

interface Link {
  path: string
  device: string
}

async function linksIn(folder: string): Promise<Link[]> {
  const names = await readdir(folder).catch(() => [])
  const links = names
    .sort()
    .map(async name => ({ path: join(folder, name), device: await targetOf(join(folder, name)) }))
  return (await Promise.all(links)).filter((link): link is Link => link.device !== null)
}

const targetOf = (path: string): Promise<string | null> => realpath(path).catch(() => null)

async function lineOf({ id, name, driver, transport }: PlantDevices['devices'][number]) {
  if (transport.kind !== 'serial' && transport.kind !== 'modbus-rtu') return null
  const unit_id = transport.kind === 'modbus-rtu' ? transport.unit_id : null
  return { id, name, driver, unit_id, path: transport.path, target: await targetOf(transport.path) }
}

function drivers(): Listed['drivers'] {
  return [...DRIVERS.values()].map(({ id, link, about }) => ({
    id,
    title: about?.title ?? '',
    link,
    grade: about?.grade ?? 'bronze',
    line: about?.line === undefined ? '' : `${about.line.baud} ${about.line.format}`,
  }))
}

function profiles(): Listed['profiles'] {
  return [...shippedProfiles()].flatMap(([reference, { profile }]) =>
    profile === null ? [] : [{ profile: reference, title: profile.title, trust: profile.trust }],
  )
}

import type { DeviceConfig } from '@flowviz/contract/device'
import type { Point, Profile, Read } from '../../firmware-adapters/profile/schema.ts'
import type { Entry } from './entry.ts'
import { otherTransport, snippet } from './snippet.ts'
import { heading, list, paragraphs, table } from './text.ts'

const CHANNELS = 3
const BRANDS: Readonly<Record<string, string>> = { Any: 'Any other maker', Generic: 'Sold under many names' }
const TRUST: Readonly<Record<Profile['trust'], string>> = {
  documented:
    'documented: written from the manual and tested against its frames; compare the first values with the display',
  simulated: 'simulated: read from our own pretended device too',
  interop: 'interop: read from a pretended device of somebody else too',
  hardware: 'hardware: read from the device itself',
}
/** A point for the profile that has none of its own. */
const OWN_POINT = {
  read: { fc: 4, address: 0, type: 'int16' },
  scale: '0.1',
  unit: 'Cel',
  range: { hard: ['-50', '150'] },
}

/** The section of a profile. */
export function profileEntry(profile: Profile): Entry {
  const name = `${profile.profile}@${profile.version}`
  const title = `${name}: ${profile.title}`
  const makers: Record<string, string> = {}
  for (const { brand, model, firmware } of profile.products) {
    const maker = BRANDS[brand] ?? brand
    const known = makers[maker] === undefined ? '' : `${makers[maker]}, `
    makers[maker] = `${known}${model}${firmware === undefined ? '' : ` (${firmware})`}`
  }
  const device = deviceOf(profile, name)
  const other = profile.transport.kinds[1]
  const body = paragraphs(
    heading(3, title),
    list(Object.entries(makers).map(([maker, models]) => `**${maker}**: ${models}`)),
    `**Set the device**\n\n${list([...factsOf(profile), ...profile.caveats])}`,
    snippet(device),
    other === undefined ? '' : `Over another wire: ${otherTransport(device, transportOf(other, profile))}`,
    profile.points.length === 0 ? '' : pointsTable(profile),
    `Trust: ${TRUST[profile.trust]}.`,
  )
  return { title, makers, name, body }
}

function factsOf({ transport, identify }: Profile): string[] {
  const { serial, unit_id, poll_ms, kinds } = transport
  return [
    ...(serial === undefined
      ? []
      : [`Line as it is delivered: **${serial.baud} ${serial.format}**, unit **${unit_id}**.`]),
    `Over: ${kinds.map(kind => `\`${kind}\``).join(', ')}. It is asked every ${poll_ms} ms (\`poll_ms\`).`,
    ...(identify?.expect === undefined
      ? []
      : ['It is asked who it is first, and no value of another device is taken for its own.']),
  ]
}

function transportOf(kind: Profile['transport']['kinds'][number], { transport }: Profile): DeviceConfig['transport'] {
  const { unit_id, serial = { baud: 9_600, format: '8N1' } } = transport
  const line = serial as { baud: number; format: '8N1' }
  switch (kind) {
    case 'modbus-rtu':
      return { kind, path: '/dev/serial/by-id/usb-FTDI_B2', ...line, unit_id }
    case 'modbus-tcp':
      return { kind, host: '10.0.4.20', port: 502, unit_id }
    case 'rtu-over-tcp':
      return { kind, host: '10.0.4.20', port: 4_001, unit_id }
  }
}

function deviceOf(profile: Profile, name: string): DeviceConfig {
  const overrides = overridesOf(profile)
  const points = profile.points.length === 0 ? [{ key: 'temperature', unit: 'Cel' as const }] : profile.points
  return {
    id: `${profile.profile}-1`,
    name: profile.title.slice(0, 60),
    driver: 'modbus',
    location: 'hall',
    identity: 'gateway-1',
    transport: transportOf(profile.transport.kinds[0]!, profile),
    settings: { profile: name, ...(overrides === null ? {} : { overrides }) },
    channels: points.slice(0, CHANNELS).map(({ key, unit }) => ({ name: key, unit })),
  }
}

/** What the plant has to give; the only thing that a profile leaves open so far is a scale. */
function overridesOf({ requires, points }: Profile): Record<string, unknown> | null {
  if (points.length === 0) return { points: { temperature: OWN_POINT } }
  if (requires === undefined) return null
  const places = requires.map(place => /^points\/(?<key>[^/]+)\/scale$/.exec(place)?.groups?.key)
  if (places.includes(undefined)) throw new Error(`the page has no example for ${requires.join(', ')}`)
  return { points: Object.fromEntries(places.map(key => [key, { scale: '0.001' }])) }
}

function pointsTable({ points, transport }: Profile): string {
  const rows = points.map(point => {
    const { key, title = '', unit, unit_from, range, read } = point
    const units = [...new Set([unit, ...Object.values(unit_from?.map ?? {})])]
    return [
      `\`${key}\``,
      title,
      units.map(unit => `\`${unit}\``).join(', '),
      placeOf(read),
      (range?.hard ?? []).join(' to '),
      reportOf(point),
    ]
  })
  const counted = transport.notation === 'modicon' ? '' : `, counted from ${transport.address_base}`
  return table(['channel', 'what', 'unit', `where (${transport.notation}${counted})`, 'can be', 'reported'], rows)
}

const FUNCTIONS = { 1: 'coil', 2: 'discrete input', 3: 'holding', 4: 'input' } as const
const placeOf = ({ fc, address, type, bit }: Read) =>
  `${FUNCTIONS[fc]} ${address}${bit === undefined ? '' : `, bit ${bit}`}, ${type}`

function reportOf({ report, unit }: Point): string {
  if (report === undefined || report.strategy === 'on_read') return 'each read'
  const change = report.deadband === undefined ? 'each change' : `a change of ${report.deadband} ${unit}`
  return report.period_s === undefined ? change : `${change}, else every ${report.period_s} s`
}

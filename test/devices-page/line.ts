import type { Channel, DeviceConfig } from '@flowviz/contract/device'
import { Compile } from 'typebox/compile'
import type { AnyDriver } from '../../firmware-adapters/driver.ts'
import type { Entry } from './entry.ts'
import { settingsTable } from './setting.ts'
import { otherTransport, snippet } from './snippet.ts'
import { heading, list, paragraphs } from './text.ts'

const WEIGHT: Channel = { name: 'weight', unit: 'kg', report: { strategy: 'on_change_or_period', period_s: 10 } }
const TCP_PORT = 4_001
const ABILITIES = { stableWeight: 'stable_weight', tare: 'tare', clearTare: 'clear_tare', zero: 'zero' } as const
/** Told once, for all scales. */
const SHARED = ['mode', 'settle_ms', 'stable_ms']

/** The section of a driver on a line: a scale, or a machine. */
export function lineEntry(driver: AnyDriver): Entry {
  const { about } = driver
  if (about === undefined) throw new Error(`${driver.id} says nothing about itself`)
  const title = `${driver.id}: ${about.title}`
  const [usual, other] = transportsOf(driver)
  const device = deviceOf(driver, usual!)
  const set = [...lineFacts(driver), ...about.bench]
  const body = paragraphs(
    heading(3, title),
    list(Object.entries(about.makers).map(([maker, models]) => `**${maker}**: ${models}`)),
    `**Set the device**\n\n${list(set)}`,
    snippet(device),
    other === undefined ? '' : `Over the network: ${otherTransport(device, other)}`,
    abilitiesOf(driver, device),
    settingsTable(driver.settings, SHARED),
    `Grade: ${about.grade}.`,
  )
  return { title, makers: about.makers, name: driver.id, body }
}

/** Where such a device can be plugged in, the usual place first. */
function transportsOf({ link, about }: AnyDriver): DeviceConfig['transport'][] {
  const { line, port } = about!
  const host = '10.0.4.21'
  const serial = { path: '/dev/serial/by-id/usb-FTDI_A1', baud: 9_600, format: '8N1' as const, ...line }
  if (link === 'registers')
    return [
      { kind: 'modbus-rtu', ...serial, unit_id: 1 },
      { kind: 'rtu-over-tcp', host, port: TCP_PORT, unit_id: 1 },
    ]
  const tcp = { kind: 'tcp' as const, host, port: port ?? TCP_PORT }
  return line === undefined && port !== undefined ? [tcp] : [{ kind: 'serial', ...serial }, tcp]
}

function lineFacts({ about, defaults, settings }: AnyDriver): string[] {
  const { line, port } = about!
  const modes = (settings as { properties?: { mode?: { enum: string[] } } }).properties?.mode?.enum
  const pace =
    defaults.poll_ms === null ? 'It speaks by itself' : `It is asked every ${defaults.poll_ms} ms (\`poll_ms\`)`
  return [
    ...(line === undefined ? [] : [`Usual line: **${line.baud} ${line.format}**.`]),
    ...(port === undefined ? [] : [`Usual TCP port: **${port}**.`]),
    modes === undefined || modes.length === 1
      ? `${pace}.`
      : `${pace}; \`mode\` can be ${modes.map(mode => `\`${mode}\``).join(', ')}.`,
  ]
}

const deviceOf = ({ id, about }: AnyDriver, transport: DeviceConfig['transport']): DeviceConfig => ({
  id: `${id}-1`,
  ...(about!.example?.channels === undefined
    ? { name: 'Scale at receiving', location: 'receiving' }
    : { name: 'At the line', location: 'line-1' }),
  driver: id,
  identity: 'gateway-1',
  transport,
  ...(about!.example?.settings === undefined ? {} : { settings: about!.example.settings as Record<string, unknown> }),
  channels: [...(about!.example?.channels ?? [WEIGHT])],
})

/** What the device can be told to do with these settings. */
function abilitiesOf(driver: AnyDriver, { settings = {} }: DeviceConfig): string {
  const filled = Compile(driver.settings).Default(settings) as never
  const actions =
    driver.actions?.(filled) ??
    Object.entries(ABILITIES).flatMap(([method, action]) => (method in driver ? [action] : []))
  const [reads, writes] = [
    actions.filter(one => one === 'stable_weight'),
    actions.filter(one => one !== 'stable_weight'),
  ]
  const shown = (names: readonly string[]) => names.map(name => `\`${name}\``).join(', ')
  if (actions.length === 0) return 'It is only read: no command is ever sent to it.'
  return writes.length === 0
    ? `Can: ${shown(reads)}. It has no command for tare or zero.`
    : `Can: ${shown(reads)}; with \`writes_allowed: true\` also ${shown(writes)}.`
}

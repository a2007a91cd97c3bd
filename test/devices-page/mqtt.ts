import type { DeviceConfig } from '@flowviz/contract/device'
import type { AnyFamily } from '../../firmware-adapters/payload/registry.ts'
import type { Entry } from './entry.ts'
import { settingsTable } from './setting.ts'
import { otherTransport, snippet } from './snippet.ts'
import { heading, list, paragraphs } from './text.ts'

/** The section of a family of MQTT devices. */
export function familyEntry(family: AnyFamily): Entry {
  const { about, id } = family
  if (about?.example?.topic === undefined) throw new Error(`${id} says nothing about itself`)
  const title = `${id}: ${about.title}`
  const { topic, settings, channels = [] } = about.example
  const device: DeviceConfig = {
    id: 'cold-1',
    name: 'Cold room 1',
    driver: id,
    location: 'cold-1',
    identity: 'gateway-1',
    transport: { kind: 'mqtt', url: 'mqtt://10.0.4.5', topic },
    expected_s: 600,
    ...(settings === undefined ? {} : { settings: settings as Record<string, unknown> }),
    channels: [...channels],
  }
  const atDoor = otherTransport({ ...device, identity: 'cold-1' }, { kind: 'mqtt-door', topic })
  const body = paragraphs(
    heading(3, title),
    list(Object.entries(about.makers).map(([maker, models]) => `**${maker}**: ${models}`)),
    `**Set the device**\n\n${list(about.bench)}`,
    snippet(device),
    `Publishing to the appliance itself, with an identity of its own (\`identity: cold-1\`): ${atDoor}`,
    settingsTable(family.settings),
    `Grade: ${about.grade}.`,
  )
  return { title, makers: about.makers, name: id, body }
}

import type { DeviceConfig } from '@flowviz/contract/device'
import { Document, isCollection, isMap, isSeq, visit } from 'yaml'
import { checkDevices } from '../../firmware-adapters/gateway/devices-file.ts'

/** What is shorter stands on one line. */
const WIDTH_MAX = 140
/** Who changes such a text by a character has to find it in quotes. */
const STRANGE = /[^\w ./:+-]| {2}/

/**
 * A device as it stands in `devices.yaml`, below `devices:`.
 * @throws Error when the gateway would not take it: the page must not teach what is refused
 */
export function snippet(device: DeviceConfig): string {
  const text = new Document([device])
  visit(text, {
    Scalar(key, node) {
      if (key !== 'key' && typeof node.value === 'string' && STRANGE.test(node.value)) node.type = 'QUOTE_SINGLE'
    },
    Pair(_, { key, value }) {
      if (!isCollection(value)) return
      const inline = String(key) === 'transport' || JSON.stringify(value).length < WIDTH_MAX
      if (isMap(value) && String(key) !== 'settings') value.flow = inline
      if (isSeq(value))
        for (const item of value.items) if (isMap(item)) item.flow = JSON.stringify(item).length < WIDTH_MAX
    },
  })
  const lines = text.toString({ singleQuote: true, lineWidth: 0, flowCollectionPadding: true })
  const body = lines
    .trimEnd()
    .split('\n')
    .map(line => `  ${line}`)
    .join('\n')
  const { problems } = checkDevices(`v: 1\nsite: plant-1\ndevices:\n${body}\n`)
  if (problems.length > 0) throw new Error(`${device.driver}: ${JSON.stringify(problems)}\n${body}`)
  return `\`\`\`yaml\n${body}\n\`\`\``
}

/** The same device with another transport, checked alike; only that line is shown. */
export function otherTransport(device: DeviceConfig, transport: DeviceConfig['transport']): string {
  const line = snippet({ ...device, transport })
    .split('\n')
    .find(line => line.includes('transport:'))!
  return `\`${line.trim()}\``
}

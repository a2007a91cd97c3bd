import { FAMILIES } from '../../firmware-adapters/payload/registry.ts'
import type { Profile } from '../../firmware-adapters/profile/schema.ts'
import { shippedProfiles } from '../../firmware-adapters/profile/shelf.ts'
import { DRIVERS } from '../../firmware-adapters/registry.ts'
import type { Entry } from './entry.ts'
import { lineEntry } from './line.ts'
import { profileEntry } from './modbus.ts'
import { familyEntry } from './mqtt.ts'
import { settingsTable } from './setting.ts'
import { heading, linkTo, list, paragraphs, table } from './text.ts'

const GENERAL = 'Before you plug anything in'
const SCALES = 'Scales'
const MODBUS = 'Modbus devices'
const MQTT = 'MQTT devices'
const MACHINES = 'Machines'
const SHARED = ['mode', 'settle_ms', 'stable_ms']

/** `docs/devices.md`: every device that FlowViz reads, by its maker, with what to set on it and what to write. */
export function devicesPage(): string {
  const lines = [...DRIVERS.values()].filter(({ link, id }) => link !== 'topic' && id !== 'modbus')
  const scales = lines.filter(({ settings }) => isScale(settings)).map(lineEntry)
  const others = lines.filter(({ settings, link }) => !isScale(settings) && link === 'bytes').map(lineEntry)
  const known = lines.filter(({ link }) => link === 'registers').map(lineEntry)
  const units = [...shippedProfiles().values()].flatMap(({ profile }) => (profile === null ? [] : [profile]))
  const profiles = units.sort((a, b) => Number(isAny(a)) - Number(isAny(b))).map(profileEntry)
  const families = [...FAMILIES.values()].map(familyEntry)
  const page = paragraphs(
    heading(1, 'Devices'),
    '<!-- Made by `npm run generate` from the drivers, profiles and families of firmware-adapters/; changed there. -->',
    'What FlowViz reads, what to set on the device, and what to write into `devices.yaml`. Every piece of YAML here is held to the rules by which the gateway takes it.',
    heading(2, 'By maker'),
    makersTable([...scales, ...others, ...known, ...profiles, ...families]),
    general(),
    heading(2, SCALES),
    shared(),
    ...scales.map(({ body }) => body),
    heading(2, MODBUS),
    WIRES,
    ...[...known, ...profiles].map(({ body }) => body),
    heading(2, MQTT),
    BROKERS,
    ...families.map(({ body }) => body),
    heading(2, MACHINES),
    ...others.map(({ body }) => body),
  )
  return `${page}\n`
}

const isScale = (settings: unknown) => 'stable_ms' in ((settings as { properties?: object }).properties ?? {})
const isAny = ({ products }: Profile) => products.some(({ brand }) => brand === 'Any')

/** A maker, its devices, and where they are told of; any other maker last. */
function makersTable(entries: readonly Entry[]): string {
  const rows = entries.flatMap(({ makers, title, name }) =>
    Object.entries(makers).map(([maker, models]) => [maker, models, linkTo(title, name)] as const),
  )
  const last = (maker: string) => (maker === 'Any other maker' ? 1 : 0)
  rows.sort(([a], [b]) => last(a) - last(b) || a.localeCompare(b, 'en', { sensitivity: 'base' }))
  return table(
    ['maker', 'devices', 'read with'],
    rows.map(([maker, models, link], at) => [rows[at - 1]?.[0] === maker ? '' : `**${maker}**`, models, link]),
  )
}

const general = () =>
  paragraphs(
    heading(2, GENERAL),
    list([
      '`9600 8N1` is baud, data bits, parity (None, Even, Odd), stop bits. The menu of the device decides; this page says what is usual.',
      'Name a serial adapter by `/dev/serial/by-id/`, or `by-path` where two are alike: `/dev/ttyUSB0` is another one after the next start.',
      'RS-232: crossed or straight is a matter of the cable. When nothing arrives, swap 2 and 3. One device, one line.',
      'A channel has the unit that the device shows. FlowViz never guesses or converts one: another unit on the line is a fault, `unit_mismatch`.',
      'A device is only read, until `writes_allowed: true`.',
      '`flowviz device check-config devices.yaml` names every mistake before the gateway does; `systemctl reload flowviz-gateway`, or `kill -HUP`, reads the file again.',
      'Then put a known weight on the scale, or a thermometer beside the sensor, and compare.',
    ]),
    'Grades of drivers: **bronze** decodes recorded frames; **silver** passes the suite of its kind, cut bytes, noise and silence included, and comes back after an outage; **gold** ran on the real device for a day. Trust of Modbus profiles: **documented**, **simulated**, **interop**, **hardware**, from the manual to the device itself.',
  )

function shared(): string {
  const scale = DRIVERS.get('generic-scale')!.settings as { properties: Record<string, object> }
  const properties = Object.fromEntries(SHARED.map(name => [name, scale.properties[name]]))
  return paragraphs(
    'Every scale has these, as far as its protocol knows the mode:',
    settingsTable({ properties } as never),
  )
}

const WIRES = `RS-485 is a line from device to device, no star. At the bench:

- A to A, B to B, and the third wire, ground. Half of the makers call the wires the other way round: no answer at all, swap them.
- 120 ohms at both ends of a long line and nowhere else.
- All devices of a line have the same baud and format, and each a number (\`unit_id\`) of its own. Many come as 1: connect one at a time and renumber it.
- A request every 100 ms or so is what a line at 9600 baud carries. A unit that is switched off costs its neighbours less than 2 %.
- The addresses are those of the maker's manual, counted and written as it does. What differs on one device stands under \`overrides\`; a profile of your own is named by its path.
- Function codes that read are the only ones that FlowViz sends.`

const BROKERS = `A device publishes to a broker of the plant, which the gateway reads (\`kind: mqtt\`), or to the appliance itself (\`kind: mqtt-door\`). Driver, topic and paths are the same at both.

- \`username\` and \`password_file\` beside \`url\` sign in at the broker of the plant; \`mqtts://\` is TLS.
- At the appliance each sensor has an identity with a secret, and may publish on its own topics alone.
- \`expected_s\` says after which silence the device is late: two or three times its own interval.
- What a broker remembers (retain) is never a fresh value.`

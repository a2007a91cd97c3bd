import type { Detected } from './detect.ts'
import type { Listed } from './list.ts'
import { type Match, SURE } from './match.ts'
import type { ProbeReading } from './probe.ts'
import type { Sniffed } from './sniff.ts'

/** Hex and what of it can be read, as a person looks at bytes. */
export function rawLine(hex: string): string {
  const text = Buffer.from(hex, 'hex')
    .toString('latin1')
    .replace(/[^ -~]/g, '.')
  return `${hex.replace(/..(?=.)/g, '$& ')}  |${text}|`
}

const percent = (share: number) => `${Math.round(share * 100)} %`

function matchLine({ driver, settings, score, said, frames }: Match): string {
  const given = Object.keys(settings).length === 0 ? '' : ` ${JSON.stringify(settings)}`
  return `  ${driver}${given}: ${percent(score)} of ${frames} frames fit; last: ${said}`
}

export function shownList({ ports, missing, drivers, profiles }: Listed): string[] {
  const port = ({ path, by_path, device, devices }: Listed['ports'][number]) => [
    `${path} -> ${device}`,
    ...by_path.filter(other => other !== path).map(other => `  socket: ${other}`),
    ...(devices.length === 0 ? ['  not in devices.yaml'] : []),
    ...devices.map(
      ({ id, name, driver, unit_id }) => `  ${id} (${name}), ${driver}${unit_id ? `, unit ${unit_id}` : ''}`,
    ),
  ]
  return [
    'Serial lines',
    ...(ports.length === 0
      ? ['none has a name that stays; pseudo-terminals and built-in ports are given by their path']
      : []),
    ...ports.flatMap(port),
    ...missing.map(({ id, path }) => `${path} is not there; ${id} waits for it`),
    '',
    'Drivers',
    ...drivers.map(({ id, title, grade, line }) => `${id.padEnd(16)} ${grade.padEnd(7)} ${line.padEnd(10)} ${title}`),
    '',
    'Profiles of Modbus devices (driver modbus)',
    ...profiles.map(({ profile, title, trust }) => `${profile.padEnd(18)} ${trust.padEnd(11)} ${title}`),
  ]
}

export function shownSniff({ path, baud, parity, format, matches, modbus, bytes, raw, tried }: Sniffed): string[] {
  const said = tried.map(one => `${one.baud}: ${one.bytes} bytes, ${percent(one.score)}`).join('; ')
  if (bytes === 0)
    return [`${path} is silent (${said}).`, 'A device that only answers is found with `flowviz device detect --idle`.']
  const [match] = matches
  const found =
    match === undefined
      ? ['Nothing that we know speaks like this.']
      : [
          `${path}: ${baud} baud, ${format ?? '8N1'}${parity === null ? '' : ` (bit 7: ${parity})`}, ${match.driver}`,
          ...matches.slice(0, 3).map(matchLine),
        ]
  const bus =
    modbus === null
      ? []
      : [
          `units ${modbus.units.join(', ')}${modbus.foreign_master ? '; somebody else asks on this line: it cannot have two masters' : ''}`,
        ]
  return [...found, ...bus, `heard (${bytes} bytes): ${rawLine(raw.slice(-128))}`, `listened: ${said}`]
}

export function shownDetect({ answers, matches, snippet }: Detected): string[] {
  if (answers.length === 0)
    return ['No answer to any question. Check power, cable, rate and format; try another --baud or --format.']
  const heard = answers.flatMap(({ probe, raw, matches: own }) => [
    `${probe}: ${rawLine(raw.slice(0, 160))}`,
    ...own.slice(0, 2).map(matchLine),
  ])
  const [match] = matches
  if (match === undefined || snippet === null) return [...heard, 'Nothing that we know answers like this.']
  const sure = match.score >= SURE ? 'Most likely' : 'Perhaps'
  return [
    ...heard,
    `${sure} ${match.driver}. Compare the weight with its display, then put this into devices.yaml:`,
    snippet,
  ]
}

export function shownReading({ at_ms, channel, value, unit, quality, reason, raw }: ProbeReading): string {
  const weight = value === null ? '-' : `${value} ${unit ?? ''}`
  return `${String(at_ms).padStart(6)} ms  ${channel}: ${weight}  ${quality} (${reason})${raw === undefined ? '' : `  ${rawLine(raw)}`}`
}

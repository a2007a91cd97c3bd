import { compareDecimal } from '@flowviz/contract/decimal'
import { Compile } from 'typebox/compile'
import { type PlantProblem, readYaml } from '../plant/yaml.ts'
import { countOf, readsOf, wireAddress } from './cell.ts'
import { type Point, Profile, type Read } from './schema.ts'

const shape = Compile(Profile)
const MASKED = new Set(['uint16', 'uint32'])

/** A profile with its defaults, or why it is none. */
export interface Checked {
  profile: Profile | null
  /** JSON pointers, and a sentence for each. */
  problems: PlantProblem[]
}

/** Reads the text of a profile. Never throws for its content. */
export function parseProfile(text: string): Checked {
  const { value, problems } = readYaml(text)
  return problems.length > 0 ? { profile: null, problems } : checkProfile(value)
}

/** Holds a document to the shape and the rules of a profile, with every problem at once. */
export function checkProfile(document: unknown): Checked {
  const value = shape.Default(document)
  if (!shape.Check(value)) {
    const problems = shape.Errors(value).map(({ instancePath, message }) => ({ path: instancePath || '/', message }))
    return { profile: null, problems }
  }
  const problems = [...readProblems(value), ...pointProblems(value), ...nameProblems(value)]
  return { profile: problems.length === 0 ? value : null, problems }
}

/** Every read of the profile with its place. */
function allReads({ identify, status = [], points }: Profile): [path: string, read: Read][] {
  const flags = (path: string, point: Point): [string, Read][] => {
    const { negative, places_from, unit_from, weight } = point
    const told = {
      negative,
      places_from,
      unit_from,
      'weight/stable': weight?.stable,
      'weight/at_zero': weight?.at_zero,
    }
    return Object.entries(told).flatMap(([name, flag]) => (flag === undefined ? [] : [[`${path}/${name}`, flag.read]]))
  }
  return [
    ...(identify === undefined ? [] : [['/identify', identify.read] as [string, Read]]),
    ...status.map(({ read }, at): [string, Read] => [`/status/${at}`, read]),
    ...points.flatMap((point, at): [string, Read][] => [
      [`/points/${at}`, point.read],
      ...flags(`/points/${at}`, point),
    ]),
  ]
}

/** What is wrong, where and in a sentence; false when that is in order. */
type Finding = readonly [wrong: boolean, field: string, message: string]

const problemsAt = (path: string, findings: readonly Finding[]): PlantProblem[] =>
  findings.filter(([wrong]) => wrong).map(([, field, message]) => ({ path: `${path}/${field}`, message }))

function readProblems(profile: Profile): PlantProblem[] {
  return allReads(profile).flatMap(([path, read]) => {
    const address = wireAddress(read, profile.transport)
    const findings: Finding[] =
      typeof address === 'string' ? [[true, 'address', address]] : placeFindings(read, address, profile)
    const shifted = read.mask !== undefined || read.shift !== undefined
    const bits = shifted || read.bit !== undefined
    const table = read.fc <= 2 ? 'bits: bool' : 'registers, not bool'
    findings.push(
      [(read.type === 'bool') !== read.fc <= 2, 'type', `function code ${read.fc} reads ${table}`],
      [read.type === 'text' && path !== '/identify', 'type', 'a text is no value of a channel'],
      [(read.type === 'text') !== (read.length !== undefined), 'length', 'a text has a length, and nothing else has'],
      [bits && !MASKED.has(read.type), 'mask', `bits are taken of uint16 and uint32, not of ${read.type}`],
      [shifted && read.bit !== undefined, 'bit', 'a bit needs neither mask nor shift'],
      [(read.bit ?? 0) > 15 && read.type === 'uint16', 'bit', 'a uint16 has the bits 0 to 15'],
    )
    return problemsAt(`${path}/read`, findings)
  })
}

function placeFindings(read: Read, address: number, { transport }: Profile): Finding[] {
  const { registers_per_request_max: most, forbidden = [] } = transport
  const count = countOf(read)
  const last = address + count - 1
  return [
    [last > 0xffff, 'address', `it ends at ${last}, behind the last register`],
    [read.fc >= 3 && count > most, 'type', `it is longer than the ${most} registers of a request`],
    ...forbidden.map(({ fc, from, to }): Finding => {
      const inside = fc === read.fc && address <= to && last >= from
      return [inside, 'address', `${address} lies in the forbidden ${from} to ${to}`]
    }),
  ]
}

function pointProblems({ points }: Profile): PlantProblem[] {
  return points.flatMap((point, at) => {
    const { key, read, scale, offset, unit, unit_from, range, places_from } = point
    const scaling = scale !== undefined || offset !== undefined
    const units = unit_from === undefined ? [unit] : Object.values(unit_from.map)
    const twice = points.findIndex(other => other.key === key) < at
    return problemsAt(`/points/${at}`, [
      [twice, 'key', `${key} is named twice`],
      [scaling && read.type === 'bool', 'scale', 'a bit has no scale'],
      [scale !== undefined && ZERO.test(scale), 'scale', 'it makes every value 0'],
      [scaling && places_from !== undefined, 'places_from', 'a scale beside it would say the places twice'],
      [!units.includes(unit), 'unit_from', `no code of the map means ${unit}`],
      [backwards(range?.hard), 'range/hard', 'the low end is above the high one'],
      [backwards(range?.warn), 'range/warn', 'the low end is above the high one'],
    ])
  })
}

const ZERO = /^-?0+(\.0+)?$/
const backwards = ([low, high]: readonly [string, string] = ['0', '0']) => compareDecimal(low, high) > 0

/** Names of points that there are none of. */
function nameProblems(profile: Profile): PlantProblem[] {
  const { status = [], tests, simulator } = profile
  const known = (key: string) => readsOf(profile, key).length > 0
  const named: [path: string, key: string][] = [
    ...status.flatMap(({ points = [] }, at) => points.map((key): [string, string] => [`/status/${at}/points`, key])),
    ...tests.flatMap(({ expect }, at) => Object.keys(expect).map((key): [string, string] => [`/tests/${at}`, key])),
    ...Object.keys(simulator?.points ?? {}).map((key): [string, string] => ['/simulator/points', key]),
  ]
  return named.filter(([, key]) => !known(key)).map(([path, key]) => ({ path, message: `there is no point ${key}` }))
}

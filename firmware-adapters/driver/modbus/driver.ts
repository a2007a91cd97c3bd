import type { Channel } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import type { Measurement } from '@flowviz/contract/measurement'
import type { Driver, Fitting, Task } from '../../driver.ts'
import type { Checked } from '../../profile/check.ts'
import { overlaid } from '../../profile/overlay.ts'
import type { Point, Profile } from '../../profile/schema.ts'
import type { ProfileShelf } from '../../profile/shelf.ts'
import type { RegisterTransport } from '../../transport/register.ts'
import { ABOUT } from './about.ts'
import { decode } from './decode.ts'
import { identify } from './identify.ts'
import { Plan } from './plan.ts'
import { ModbusSettings } from './settings.ts'
import { type Swept, sweep } from './sweep.ts'

/** Polls in a row that may fail before the unit is left alone for a while; one that never answered gets a single try. */
const MISSES_MAX = 3
const DEFAULTS = { poll_ms: 2_000, timeout_ms: 1_000 }

/** Settings whose profile was read from a file of the plant. */
type Read = ModbusSettings & { described?: Profile }

/** Any Modbus device that a profile describes: the profile is its driver. */
export function modbusDriver(shelf: ProfileShelf): Driver<'registers', ModbusSettings> {
  // What was learnt of a device outlives its outages, and ends with its settings.
  const plans = new WeakMap<ModbusSettings, Plan>()
  const described = ({ profile: reference, overrides, described: read }: Read): Checked => {
    if (read !== undefined) return { profile: read, problems: [] }
    const checked = shelf.find(reference)
    if (checked.profile === null) return checked
    return overlaid(checked.profile, overrides)
  }
  return {
    id: 'modbus',
    about: ABOUT,
    link: 'registers',
    settings: ModbusSettings,
    defaults: DEFAULTS,
    defaultsOf: settings => {
      const transport = described(settings).profile?.transport
      if (transport === undefined) return DEFAULTS
      const { poll_ms, timeout_ms, inter_request_delay_ms: gap_ms } = transport
      return { poll_ms, timeout_ms, gap_ms }
    },
    check: () => [],
    fit: (settings, channels) => {
      const checked = described(settings)
      const fitting = fit(checked, shelf.find(settings.profile).profile !== null, channels)
      // A file may be edited while we run: a device goes by what it said when the configuration was read.
      if (checked.profile === null || !settings.profile.includes('/')) return fitting
      return { ...fitting, settings: { ...settings, described: checked.profile } satisfies Read }
    },
    measure: (unit, task, signal) => {
      const { profile, problems } = described(task.settings)
      if (profile === null) throw new FlowError('config_invalid', problems.map(({ message }) => message).join('; '))
      const plan = plans.get(task.settings) ?? new Plan(profile, task.channels)
      plans.set(task.settings, plan)
      return measure(unit, { profile, plan, task }, signal)
    },
  }
}

/** Whether the profile is one, and has these channels in their units; a channel reports as its point does. */
function fit({ profile, problems }: Checked, whole: boolean, channels: readonly Channel[]): Fitting {
  if (profile === null) {
    const place = whole ? '/settings/overrides' : '/settings/profile'
    const told = problems.map(({ path, message }) => ({ path: `${place}${path}`, message }))
    return { channels: [...channels], problems: told }
  }
  const known = new Map(profile.points.map(point => [point.key, point]))
  const say = (at: number, field: string, message: string) => [{ path: `/channels/${at}/${field}`, message }]
  return {
    channels: channels.map(channel => {
      const report = channel.report ?? known.get(channel.name)?.report
      return report === undefined ? channel : { ...channel, report }
    }),
    problems: channels.flatMap(({ name, unit }, at) => {
      const point = known.get(name)
      if (point === undefined)
        return say(at, 'name', `${profile.profile} has no ${name}; it has ${[...known.keys()].join(', ')}`)
      const units = unitsOf(point)
      return units.includes(unit) ? [] : say(at, 'unit', `${name} is given in ${units.join(' or ')}, not in ${unit}`)
    }),
  }
}

const unitsOf = ({ unit, unit_from }: Point): string[] => [...new Set([unit, ...Object.values(unit_from?.map ?? {})])]

interface Described {
  profile: Profile
  plan: Plan
  task: Task<ModbusSettings>
}

async function* measure(
  unit: RegisterTransport,
  { profile, plan, task }: Described,
  signal: AbortSignal,
): AsyncGenerator<Measurement[]> {
  let missed = MISSES_MAX - 1
  let known = false
  let told = false
  for await (const _ of task.pace.ticks(task.poll_ms, signal, task.phase)) {
    known ||= (await identify(unit, profile, task.notice)) === 'known'
    const swept: Swept | null = known ? await sweep(unit, plan, task.notice) : null
    // After a silence nothing is believed before the device has said again who it is.
    known = swept !== null && swept.silence === null
    if (swept?.answered === true) {
      missed = 0
      if (!told) task.notice({ kind: 'identified', detail: `${profile.profile}@${profile.version}, ${profile.trust}` })
      told = true
      const measured = task.channels.map(channel => decode(profile, channel, swept.image))
      const given = measured.filter(measurement => measurement !== null)
      if (given.length > 0) yield given
    } else {
      missed += 1
      if (missed >= MISSES_MAX)
        throw new FlowError('comm_timeout', swept?.silence?.detail ?? 'The unit does not answer.')
    }
  }
}

import type { Channel } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import type { Measurement } from '@flowviz/contract/measurement'
import type { Driver, Task } from '../../driver.ts'
import { exceptionReason } from '../../protocol/modbus-exception.ts'
import type { RegisterReply, RegisterTransport } from '../../transport/register.ts'
import { ABOUT } from './about.ts'
import { badMeasurement, decode, isPoint, POINTS } from './decode.ts'
import { XyMd02Settings } from './settings.ts'

/** Polls in a row that may fail before the unit is left alone for a while; one that never answered gets a single try. */
const MISSES_MAX = 3

/** XY-MD02 and its clones: temperature and humidity over Modbus RTU or TCP, both in one request so that they belong together. */
export const xyMd02: Driver<'registers', XyMd02Settings> = {
  id: 'xy-md02',
  about: ABOUT,
  link: 'registers',
  settings: XyMd02Settings,
  defaults: { poll_ms: 2_000, timeout_ms: 1_000 },
  check,
  measure,
}

function check(channels: readonly Channel[]): string[] {
  return channels.flatMap(({ name, unit }) => {
    if (!isPoint(name)) return [`the transmitter has no ${name}; it gives temperature and humidity`]
    return POINTS[name].unit === unit ? [] : [`${name} is given in ${POINTS[name].unit}, not in ${unit}`]
  })
}

async function* measure(
  unit: RegisterTransport,
  task: Task<XyMd02Settings>,
  signal: AbortSignal,
): AsyncGenerator<Measurement[]> {
  const { address, places, table } = task.settings
  const read = () => (table === 'input' ? unit.readInput(address, 2) : unit.readHolding(address, 2))
  let missed = MISSES_MAX - 1
  for await (const _ of task.pace.ticks(task.poll_ms, signal, task.phase)) {
    const reply = await read()
    if (reply.late > 0) task.notice({ kind: 'late', count: reply.late })
    if (reply.ok) {
      missed = 0
      const raw = reply.raw
      yield decode(reply.registers, task.channels, places).map(measurement => ({ ...measurement, raw }))
    } else if (reply.fault === 'device_exception' && exceptionReason(reply.exception) !== 'comm_timeout') {
      missed = 0
      task.notice({ kind: 'exception', count: 1 })
      yield task.channels.map(channel => badMeasurement(channel, exceptionReason(reply.exception)))
    } else {
      missed += 1
      giveUpOn(reply, missed, task)
    }
  }
}

/** Counts a failed request. @throws FlowError when the unit has to be left alone, or its line is gone */
function giveUpOn(reply: RegisterReply & { ok: false }, missed: number, task: Task<XyMd02Settings>): void {
  // An exception comes here only from a gateway that speaks for a silent unit.
  if (reply.fault === 'comm_timeout' || reply.fault === 'device_exception') task.notice({ kind: 'timeout', count: 1 })
  else if (reply.fault === 'crc_error') task.notice({ kind: 'checksum', count: 1 })
  else throw new FlowError(reply.fault, reply.detail)
  if (missed >= MISSES_MAX) throw new FlowError('comm_timeout', reply.detail)
}

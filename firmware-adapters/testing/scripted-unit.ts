import type { Channel } from '@flowviz/contract/device'
import { modbusDriver } from '../driver/modbus/driver.ts'
import type { ModbusSettings } from '../driver/modbus/settings.ts'
import type { Notice } from '../driver.ts'
import { createPace } from '../gateway/pace.ts'
import { profileShelf } from '../profile/shelf.ts'
import type { RegisterReply, RegisterTransport } from '../transport/register.ts'

const modbus = modbusDriver(profileShelf())

export type Answer = (fc: number, address: number, count: number) => number[] | number | 'silence'

/** A unit that answers as it is told to: with registers, an exception, or not at all. */
function unitOf(answer: Answer) {
  const asked: string[] = []
  const read =
    (fc: number) =>
    async (address: number, count: number): Promise<RegisterReply> => {
      asked.push(`${fc}:${address}+${count}`)
      const said = answer(fc, address, count)
      if (said === 'silence') return { ok: false, fault: 'comm_timeout', exception: null, detail: 'Silence.', late: 0 }
      if (typeof said === 'number')
        return { ok: false, fault: 'device_exception', exception: said, detail: `Exception ${said}.`, late: 0 }
      return { ok: true, registers: said, raw: '00', late: 0 }
    }
  const unit: RegisterTransport = {
    readCoils: read(1),
    readDiscrete: read(2),
    readHolding: read(3),
    readInput: read(4),
  }
  return { unit, asked }
}

export interface Run {
  answer: Answer
  channels: readonly Channel[]
  settings: ModbusSettings
  polls: number
  driver?: ReturnType<typeof modbusDriver>
}

/** What some polls of such a unit measure, as text, and what was asked. */
export async function run({ answer, channels, settings, polls, driver = modbus }: Run) {
  const { unit, asked } = unitOf(answer)
  const over = new AbortController()
  const notices: Notice[] = []
  const said: string[][] = []
  const pace = createPace(() => performance.now())
  const task = { settings, channels, poll_ms: 1, timeout_ms: 10, pace, notice: (at: Notice) => notices.push(at) }
  let failure: unknown = null
  try {
    for await (const measured of driver.measure(unit, task as never, over.signal)) {
      said.push(measured.map(({ channel, value, reason }) => `${channel} ${value ?? reason}`))
      if (said.length >= polls) over.abort()
    }
  } catch (error) {
    failure = error
  }
  return { said, asked, notices, failure }
}

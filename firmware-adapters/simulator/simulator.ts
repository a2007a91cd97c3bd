import { FlowError } from '@flowviz/contract/error'
import { seededRandom } from '@flowviz/contract/random'
import type { Pretended } from './control.ts'
import { serveControl } from './control-door.ts'
import type { DevicePlan, SimulatorPlan } from './plan.ts'
import { pretendRtuBus, pretendTcpBus } from './pretend-bus.ts'
import { pretendMachine } from './pretend-machine.ts'
import { pretendPrinter } from './pretend-printer.ts'
import { type Chance, pretendScale } from './pretend-scale.ts'
import { pretendSensor } from './pretend-sensor.ts'
import { pretendSpeaking } from './pretend-speaking.ts'

export interface Simulator {
  control_port: number
  /** Where each device of the plan is to be found. */
  devices: Readonly<Record<string, Readonly<Record<string, string | number>>>>
  stop(): Promise<void>
}

/**
 * Starts every device of a plan. Each has its own source of chance, so that adding one does not change the others.
 * @throws FlowError port_missing, port_taken, config_invalid; nothing is left running then
 */
export async function startSimulator(plan: SimulatorPlan, now: () => number): Promise<Simulator> {
  const started: Pretended[] = []
  const stop = async () => {
    await Promise.all(started.map(device => device.stop()))
  }
  try {
    const ids = new Set<string>()
    for (const [at, device] of plan.devices.entries()) {
      const pretended = await pretend(device, { now, random: seededRandom(plan.seed + at) })
      started.push(pretended)
      for (const id of pretended.ids) {
        if (ids.has(id)) throw new FlowError('config_invalid', `The id ${id} is used twice.`)
        ids.add(id)
      }
    }
    const { server, port } = await serveControl(started, plan.control_port)
    return {
      control_port: port,
      devices: Object.fromEntries(plan.devices.map(({ id }, at) => [id, started[at]!.place])),
      stop: async () => {
        server.close()
        server.closeAllConnections()
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

function pretend(plan: DevicePlan, chance: Chance): Promise<Pretended> {
  switch (plan.kind) {
    case 'mt-sics':
      return pretendScale(plan, chance)
    case 'xy-md02-rtu':
    case 'modbus-rtu':
      return pretendRtuBus(plan, chance)
    case 'xy-md02-tcp':
    case 'modbus-tcp':
    case 'rtu-over-tcp':
      return pretendTcpBus(plan, chance)
    case 'weihenstephan':
      return pretendMachine(plan)
    case 'zpl':
      return pretendPrinter(plan)
    default:
      return 'url' in plan ? pretendSensor(plan, chance) : pretendSpeaking(plan, chance)
  }
}

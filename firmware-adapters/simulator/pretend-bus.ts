import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { FlowError } from '@flowviz/contract/error'
import { profileShelf } from '../profile/shelf.ts'
import type { LinePlan, PortPlan, ProfileUnitPlan, UnitPlan } from './bus-plan.ts'
import { ClimateModel } from './climate-model.ts'
import { type Control, type Pretended, type Steps, steer } from './control.ts'
import { Plug } from './plug.ts'
import type { Chance } from './pretend-scale.ts'
import { ProfileModel } from './profile-model.ts'
import { RtuSlave, type SlaveUnit, TcpSlave } from './register-slave.ts'

interface Unit extends SlaveUnit {
  id: string
  steps: Steps
}

const shelf = profileShelf()

function unitOf(plan: UnitPlan | ProfileUnitPlan, chance: Chance): Unit {
  return 'profile' in plan ? profileUnit(plan, chance) : climateUnit(plan, chance)
}

/** @throws FlowError config_invalid when there is no such profile */
function profileUnit({ profile: reference, ...plan }: ProfileUnitPlan, { now }: Chance): Unit {
  const { profile, problems } = shelf.find(reference)
  if (profile === null) throw new FlowError('config_invalid', problems.map(({ message }) => message).join('; '))
  const model = new ProfileModel(profile, now)
  const unit: Unit = {
    ...plan,
    register: (address, code) => model.register(address, code),
    look: () => model.look(),
    steps: {
      values: values => model.set(values),
      probe_broken: broken => model.breakSensor(broken),
      ...habits(() => unit),
    },
  }
  return unit
}

const habits = (unit: () => Unit): Steps => ({
  silent: silent => {
    unit().silent = silent
  },
  delay_ms: delay => {
    unit().delay_ms = delay
  },
})

function climateUnit(plan: UnitPlan, chance: Chance): Unit {
  const model = new ClimateModel({ ...plan, ...chance })
  const unit: Unit = {
    id: plan.id,
    unit_id: plan.unit_id,
    silent: plan.silent,
    delay_ms: plan.delay_ms,
    // XY-MD02: temperature in input register 1, humidity in 2.
    register: address => model.registers()[address - 1] ?? null,
    steps: {
      temperature_c: celsius => model.setTemperature(celsius),
      humidity: percent => model.setHumidity(percent),
      probe_broken: broken => model.breakProbe(broken),
      ...habits(() => unit),
    },
  }
  return unit
}

/** Starts devices on a pretended RS-485 line. @throws FlowError port_missing, config_invalid (no such profile) */
export async function pretendRtuBus(plan: LinePlan, chance: Chance): Promise<Pretended> {
  const units = plan.units.map(unit => unitOf(unit, chance))
  const slave = new RtuSlave(units, bytes => plug.send(bytes))
  const plug: Plug = new Plug({
    link: plan.link,
    random: chance.random,
    receive: chunk => slave.receive(chunk),
    plugged: () => undefined,
  })
  await plug.put()
  return {
    ids: [plan.id, ...plan.units.map(unit => unit.id)],
    place: { path: plan.link },
    control: controlOf(plan.id, plug.steps, units),
    stop: () => plug.stop(),
  }
}

/** Starts devices behind a TCP port on 127.0.0.1. @throws FlowError port_taken, config_invalid (no such profile) */
export async function pretendTcpBus(plan: PortPlan, chance: Chance): Promise<Pretended> {
  const units = plan.units.map(unit => unitOf(unit, chance))
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    const send = (bytes: Uint8Array) => void (socket.writable && socket.write(bytes))
    const slave = plan.kind === 'rtu-over-tcp' ? new RtuSlave(units, send) : new TcpSlave(units, send)
    socket.on('data', chunk => slave.receive(chunk))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  })
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      const refused = (cause: Error) => reject(new FlowError('port_taken', `Port ${port} is taken.`, { cause }))
      server.once('error', refused)
      server.listen(port, '127.0.0.1', () => {
        server.off('error', refused)
        resolve()
      })
    })
  const pull = async () => {
    for (const socket of sockets) socket.destroy()
    if (server.listening) await new Promise(resolve => server.close(resolve))
  }
  await listen(plan.port)
  const { port } = server.address() as AddressInfo
  const put = async () => {
    if (!server.listening) await listen(port)
  }
  return {
    ids: [plan.id, ...plan.units.map(unit => unit.id)],
    place: { port },
    control: controlOf(plan.id, { unplug: pull, plug: put }, units),
    stop: pull,
  }
}

function controlOf(busId: string, steps: Steps, units: readonly Unit[]) {
  return (id: string, control: Control) =>
    steer(control, id === busId ? steps : (units.find(unit => unit.id === id)?.steps ?? {}))
}

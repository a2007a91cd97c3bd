import { type Pretended, type Steps, steer } from './control.ts'
import type { ScalePlan } from './plan.ts'
import { Plug } from './plug.ts'
import { ScaleModel } from './scale-model.ts'
import { SicsDevice } from './sics-device.ts'
import { TcpPlug } from './tcp-plug.ts'

export interface Chance {
  now: () => number
  random: () => number
}

/** Starts a scale on a pseudo-terminal or a TCP port. @throws FlowError port_missing, port_taken */
export async function pretendScale(plan: ScalePlan, chance: Chance): Promise<Pretended> {
  const model = new ScaleModel({ ...plan, ...chance })
  const encoder = new TextEncoder()
  const device = new SicsDevice({
    model,
    serial: plan.serial,
    type: `FlowViz simulated scale ${plan.capacity_kg} kg`,
    send: text => plug.send(encoder.encode(text)),
  })
  const receive = (chunk: Uint8Array) => device.receive(chunk)
  const plug: Plug | TcpPlug =
    plan.link === undefined
      ? new TcpPlug({ port: plan.port ?? 0, receive })
      : new Plug({ link: plan.link, random: chance.random, receive, plugged: () => device.powerOn() })
  await plug.put()
  const steps: Steps = {
    ...plug.steps,
    load_kg: kg => model.load(kg),
    cycle: running => model.cycle(running),
    drift_kg: kg => model.drift(kg),
  }
  return {
    ids: [plan.id],
    place: plug instanceof TcpPlug ? { port: plug.port } : { path: plan.link! },
    control: (_, control) => steer(control, steps),
    stop: async () => {
      device.stop()
      await plug.stop()
    },
  }
}

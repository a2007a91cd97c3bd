import type { Pretended } from './control.ts'
import type { ScalePlan } from './plan.ts'
import { ScaleModel } from './scale-model.ts'
import { pretendedScale, scalePlug } from './scale-plug.ts'
import { SicsDevice } from './sics-device.ts'

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
  const plug = scalePlug(plan, {
    random: chance.random,
    receive: chunk => device.receive(chunk),
    plugged: () => device.powerOn(),
  })
  await plug.put()
  return pretendedScale(plan, { plug, model, device })
}

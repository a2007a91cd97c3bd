import { FlowError } from '@flowviz/contract/error'
import { Compile } from 'typebox/compile'
import { DRIVERS } from '../registry.ts'
import { type Pretended, type Steps, steer } from './control.ts'
import { Plug } from './plug.ts'
import type { Chance } from './pretend-scale.ts'
import { encoderOf } from './scale-encoders.ts'
import { ScaleModel } from './scale-model.ts'
import { ScalePanel } from './scale-panel.ts'
import { SpeakingDevice } from './speaking-device.ts'
import type { SpokenPlan } from './spoken-plan.ts'
import { TcpPlug } from './tcp-plug.ts'

/** Starts a scale that speaks one of the protocols of our drivers. @throws FlowError port_missing, port_taken, config_invalid */
export async function pretendSpeaking(plan: SpokenPlan, chance: Chance): Promise<Pretended> {
  const settings = settingsOf(plan)
  const model = new ScaleModel({ ...plan, ...chance })
  const encoder = encoderOf(plan.kind)
  const speaks = plan.streams ?? (settings.mode === 'stream' || !answersBy(plan))
  const device = new SpeakingDevice({
    panel: new ScalePanel(model),
    encoder,
    settings,
    period_ms: speaks ? plan.period_ms : null,
    send: bytes => plug.send(bytes),
  })
  const receive = (chunk: Uint8Array) => device.receive(chunk)
  const plug: Plug | TcpPlug =
    plan.link === undefined
      ? new TcpPlug({ port: plan.port ?? 0, receive })
      : new Plug({ link: plan.link, random: chance.random, receive, plugged: () => model.restart() })
  await plug.put()
  device.start()
  const steps: Steps = {
    ...plug.steps,
    load_kg: kg => model.load(kg),
    cycle: running => model.cycle(running),
    drift_kg: kg => model.drift(kg),
    print: () => device.print(),
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

/** The settings of the driver, with its defaults: the scale is set as devices.yaml says of it. */
function settingsOf({ kind, settings }: SpokenPlan): { mode?: string } {
  const validator = Compile(DRIVERS.get(kind)!.settings)
  const whole = validator.Default(structuredClone(settings))
  if (validator.Check(whole)) return whole as { mode?: string }
  const problems = validator.Errors(whole).map(({ instancePath, message }) => `/settings${instancePath}: ${message}`)
  throw new FlowError('config_invalid', problems.join('\n'))
}

/** Whether our driver asks it; one that is never asked speaks by itself. */
const answersBy = ({ kind, settings }: SpokenPlan): boolean =>
  kind !== 'mt-continuous' && !(kind === 'and' && settings.family === 'clone')

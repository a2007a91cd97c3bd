import { FlowError } from '@flowviz/contract/error'
import { Compile } from 'typebox/compile'
import { DRIVERS } from '../registry.ts'
import type { Pretended } from './control.ts'
import type { Chance } from './pretend-scale.ts'
import { encoderOf } from './scale-encoders.ts'
import { ScaleModel } from './scale-model.ts'
import { ScalePanel } from './scale-panel.ts'
import { pretendedScale, scalePlug } from './scale-plug.ts'
import { SpeakingDevice } from './speaking-device.ts'
import type { SpokenPlan } from './spoken-plan.ts'

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
  const plug = scalePlug(plan, {
    random: chance.random,
    receive: chunk => device.receive(chunk),
    plugged: () => model.restart(),
  })
  await plug.put()
  device.start()
  return pretendedScale(plan, { plug, model, device }, { print: () => device.print() })
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

import { readFileSync } from 'node:fs'
import { FlowError } from '@flowviz/contract/error'
import { connect, type IClientOptions, type MqttClient } from 'mqtt'
import { ClimateModel } from './climate-model.ts'
import { type Pretended, type Steps, steer } from './control.ts'
import { type Air, type Publication, type Template, templateOf } from './payload-template.ts'
import type { SensorPlan } from './plan.ts'
import type { Chance } from './pretend-scale.ts'

const RECONNECT_MS = 1_000

/** Starts a sensor that publishes over MQTT. @throws FlowError config_invalid when its secret cannot be read */
export async function pretendSensor(plan: SensorPlan, chance: Chance): Promise<Pretended> {
  const secret = plan.secret_file === undefined ? null : secretOf(plan.secret_file)
  const model = new ClimateModel({ ...plan, ...chance })
  const template = templateOf(plan.kind, plan)
  let probeBroken = false
  let silent = false
  let garbage = false
  const air = (): Air => {
    const { temperature, humidity } = model.tenths()
    return { temperature: probeBroken ? null : temperature, humidity, at_ms: chance.now() }
  }
  const publish = (publications: Publication[]) => {
    if (client === null || !client.connected || silent) return
    for (const { topic, payload, retain = false } of publications) {
      const bytes = Buffer.from(payload as string)
      const said = garbage ? bytes.map(byte => byte ^ 0x55) : bytes
      client.publish(topic, Buffer.from(said), { qos: plan.kind === 'sparkplug-b' ? 0 : 1, retain })
    }
  }
  const open = () => {
    const opened = connect(plan.url, optionsOf(plan, { secret, template }))
    opened.on('error', () => undefined)
    opened.on('connect', () => {
      if (template.hears !== undefined) opened.subscribe(template.hears, { qos: 0 })
      publish(template.birth(air()))
    })
    // The one thing that it is ever told: to say everything anew.
    opened.on('message', () => publish(template.birth(air())))
    return opened
  }
  let client: MqttClient | null = null
  client = open()
  const timer = setInterval(() => publish(template.say(air())), plan.period_ms)
  const steps: Steps = {
    temperature_c: celsius => model.setTemperature(celsius),
    humidity: percent => model.setHumidity(percent),
    probe_broken: broken => {
      probeBroken = broken
    },
    silent: value => {
      silent = value
    },
    garbage: value => {
      garbage = value
    },
    unplug: () => {
      client?.stream.destroy()
      client?.end(true)
      client = null
    },
    plug: () => {
      client ??= open()
    },
  }
  return {
    ids: [plan.id],
    place: { topic: plan.topic },
    control: (_, control) => steer(control, steps),
    stop: async () => {
      clearInterval(timer)
      await client?.endAsync(true)
    },
  }
}

function optionsOf(
  plan: SensorPlan,
  { secret, template }: { secret: string | null; template: Template },
): IClientOptions {
  const will = template.will()
  return {
    protocolVersion: 4,
    clientId: plan.identity,
    ...(secret === null ? {} : { username: plan.identity, password: secret }),
    reconnectPeriod: RECONNECT_MS,
    // A small sensor keeps nothing: what it could not send is gone.
    queueQoSZero: false,
    ...(will === null
      ? {}
      : {
          will: {
            topic: will.topic,
            payload: Buffer.from(will.payload as string),
            qos: 1,
            retain: will.retain ?? false,
          },
        }),
  }
}

function secretOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (cause) {
    throw new FlowError('config_invalid', `The secret file ${path} cannot be read.`, { cause })
  }
}

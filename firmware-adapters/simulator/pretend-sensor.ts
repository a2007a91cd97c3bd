import { readFileSync } from 'node:fs'
import { decimalOf } from '@flowviz/contract/decimal'
import { FlowError } from '@flowviz/contract/error'
import { connect, type MqttClient } from 'mqtt'
import { ClimateModel } from './climate-model.ts'
import { type Pretended, type Steps, steer } from './control.ts'
import type { SensorPlan } from './plan.ts'
import type { Chance } from './pretend-scale.ts'

const RECONNECT_MS = 1_000

/** Starts a sensor that publishes plain JSON. @throws FlowError config_invalid when its secret cannot be read */
export async function pretendSensor(plan: SensorPlan, chance: Chance): Promise<Pretended> {
  const secret = secretOf(plan.secret_file)
  const model = new ClimateModel({ ...plan, ...chance })
  let probeBroken = false
  let silent = false
  let garbage = false
  const open = () =>
    connect(plan.url, {
      protocolVersion: 4,
      clientId: plan.identity,
      username: plan.identity,
      password: secret,
      reconnectPeriod: RECONNECT_MS,
      // A small sensor keeps nothing: what it could not send is gone.
      queueQoSZero: false,
    }).on('error', () => undefined)
  let client: MqttClient | null = open()
  const publish = () => {
    if (client === null || !client.connected || silent) return
    const { temperature, humidity } = model.tenths()
    const text = probeBroken
      ? `{"temperature":null,"humidity":${decimalOf(humidity, 1)}}`
      : `{"temperature":${decimalOf(temperature, 1)},"humidity":${decimalOf(humidity, 1)}}`
    const payload = garbage ? Buffer.from(text).map(byte => byte ^ 0x55) : text
    client.publish(plan.topic, payload as string | Buffer, { qos: 1 })
  }
  const timer = setInterval(publish, plan.period_ms)
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

function secretOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (cause) {
    throw new FlowError('config_invalid', `The secret file ${path} cannot be read.`, { cause })
  }
}

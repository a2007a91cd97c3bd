import type { DeviceConfig } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import { type CommandAnswer, type CommandMessage, commandTopic, type DeviceAction } from '@flowviz/contract/health'
import type { Broker } from './broker.ts'

/** A stable weight may take some seconds; a person does not wait longer. */
const ANSWER_MS = 7_000

export interface DeviceCommands {
  configure(devices: readonly DeviceConfig[]): void
  /** Asks the gateway of a device and waits for its answer; an answer that does not come is `failed`. */
  act(deviceId: string, action: DeviceAction): Promise<CommandAnswer>
  /** A gateway answered. */
  hear(answer: CommandAnswer): void
}

/** Commands to devices over MQTT. @throws FlowError device_not_found */
export function deviceCommands(options: {
  broker: () => Pick<Broker, 'send' | 'isConnected'>
  newId: () => string
}): DeviceCommands {
  const { broker, newId } = options
  let devices = new Map<string, DeviceConfig>()
  const waiting = new Map<string, { device_id: string; resolve: (answer: CommandAnswer) => void }>()
  return {
    configure(given) {
      devices = new Map(given.map(device => [device.id, device]))
    },
    act(deviceId, action) {
      const device = devices.get(deviceId)
      if (device === undefined) throw new FlowError('device_not_found', `There is no device ${deviceId} at this site.`)
      const command: CommandMessage = { v: 1, command_id: newId(), device_id: deviceId, action }
      const failed = (reason: string, detail: string): CommandAnswer => ({ ...answerTo(command), reason, detail })
      if (device.transport.kind === 'mqtt-door')
        return Promise.resolve(failed('not_supported', 'A sensor that publishes by itself takes no commands.'))
      if (!broker().isConnected(device.identity))
        return Promise.resolve(failed('gateway_silent', `Gateway ${device.identity} is not connected.`))
      return new Promise(resolve => {
        const late = () => {
          waiting.delete(command.command_id)
          resolve(failed('no_answer', `Gateway ${device.identity} did not answer in ${ANSWER_MS / 1_000} s.`))
        }
        const timer = setTimeout(late, ANSWER_MS)
        const answered = (answer: CommandAnswer) => {
          clearTimeout(timer)
          waiting.delete(command.command_id)
          resolve(answer)
        }
        waiting.set(command.command_id, { device_id: deviceId, resolve: answered })
        broker().send(commandTopic(deviceId), JSON.stringify(command))
      })
    },
    hear(answer) {
      const command = waiting.get(answer.command_id)
      // A gateway answers for its own devices only: the topic said which device this is.
      if (command?.device_id === answer.device_id) command.resolve(answer)
    },
  }
}

const answerTo = ({ command_id, device_id }: CommandMessage): Omit<CommandAnswer, 'reason' | 'detail'> => ({
  v: 1,
  command_id,
  device_id,
  outcome: 'failed',
})

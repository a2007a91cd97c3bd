import { FlowError } from '@flowviz/contract/error'
import { type CommandAnswer, CommandMessage, commandAnswerTopic } from '@flowviz/contract/health'
import type { Logger } from 'pino'
import { Compile } from 'typebox/compile'
import type { BrokerLink } from './broker-link.ts'
import type { Supervisor } from './supervisor.ts'

const BYTES_MAX = 4_096
const REMEMBERED = 200
const validator = Compile(CommandMessage)

export interface CommandDeskOptions {
  link: BrokerLink
  supervisor: Supervisor
  log: Logger
}

/** Takes the commands of the appliance, has them done, and answers each. A repeated command is answered, not done again. */
export class CommandDesk {
  readonly #options: CommandDeskOptions
  readonly #answers = new Map<string, Promise<CommandAnswer>>()

  constructor(options: CommandDeskOptions) {
    this.#options = options
    options.link.onMessage((_, payload) => {
      this.take(payload).catch((error: unknown) => options.log.warn({ err: error }, 'command refused'))
    })
  }

  /** @throws FlowError payload_undecodable: it cannot even be answered */
  async take(payload: Uint8Array): Promise<void> {
    const command = read(payload)
    const key = `${command.device_id} ${command.command_id}`
    const answer = this.#answers.get(key) ?? this.#do(command)
    this.#answers.set(key, answer)
    if (this.#answers.size > REMEMBERED) this.#answers.delete(this.#answers.keys().next().value!)
    await this.#options.link.publish(commandAnswerTopic(command.device_id), JSON.stringify(await answer), 1)
  }

  async #do({ command_id, device_id, action }: CommandMessage): Promise<CommandAnswer> {
    const runner = this.#options.supervisor.runner(device_id)
    const { outcome, reason, detail } =
      runner === undefined
        ? { outcome: 'refused' as const, reason: 'device_not_found', detail: 'This gateway has no such device.' }
        : await runner.act(action)
    this.#options.log.info({ device: device_id, action, outcome, reason }, 'command')
    return { v: 1, command_id, device_id, outcome, reason, detail }
  }
}

function read(payload: Uint8Array): CommandMessage {
  let message: unknown
  try {
    message = payload.length > BYTES_MAX ? null : JSON.parse(new TextDecoder().decode(payload))
  } catch (cause) {
    throw new FlowError('payload_undecodable', 'The command is not JSON.', { cause })
  }
  if (!validator.Check(message)) throw new FlowError('payload_undecodable', 'The command has another shape.')
  return message
}

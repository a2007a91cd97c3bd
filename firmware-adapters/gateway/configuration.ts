import { open, readFile, rename } from 'node:fs/promises'
import type { PlantDevices } from '@flowviz/contract/device'
import { codeOf } from '@flowviz/contract/error'
import type { Logger } from 'pino'
import { parseDevices, readDevicesText } from './devices-file.ts'
import type { Applied } from './supervisor.ts'

export interface ConfigurationOptions {
  /** `devices.yaml`. */
  file: string
  /** Where the last one that was applied is kept over a restart; null: nowhere. */
  last_good_file: string | null
  apply(plant: PlantDevices): Promise<Applied>
  log: Logger
}

/**
 * The configuration of the devices as it is in force. A file with mistakes changes nothing, and does not keep a gateway
 * that was started anew from going on with the last good one: a plant measures while somebody corrects it.
 */
export class Configuration {
  readonly #options: ConfigurationOptions

  constructor(options: ConfigurationOptions) {
    this.#options = options
  }

  /** Applies the file, else the last good one. @throws FlowError config_invalid of the file when neither can be */
  async start(): Promise<void> {
    const { file, apply, log } = this.#options
    try {
      await this.reload()
    } catch (error) {
      const text = await this.#lastGood()
      if (text === null) throw error
      log.error({ code: codeOf(error), err: error }, `${file} is refused; the last good one is used`)
      await apply(parseDevices(text))
    }
  }

  /** Applies the file as it is now. @throws FlowError config_invalid, and everything stays as it was */
  async reload(): Promise<Applied> {
    const { file, apply } = this.#options
    const text = await readDevicesText(file)
    const changes = await apply(parseDevices(text))
    await this.#keep(text)
    return changes
  }

  async #lastGood(): Promise<string | null> {
    const { last_good_file } = this.#options
    return last_good_file === null ? null : readFile(last_good_file, 'utf8').catch(() => null)
  }

  /** A disk that takes nothing must not keep a device from being read. */
  async #keep(text: string): Promise<void> {
    const { last_good_file, log } = this.#options
    if (last_good_file === null) return
    try {
      const part = `${last_good_file}.part`
      const handle = await open(part, 'w', 0o600)
      await handle.writeFile(text)
      await handle.sync()
      await handle.close()
      await rename(part, last_good_file)
    } catch (error) {
      log.warn({ err: error }, 'the configuration in force could not be kept')
    }
  }
}

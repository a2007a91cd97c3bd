import type { ScaleModel, Shown } from './scale-model.ts'

export interface SicsDeviceOptions {
  model: ScaleModel
  serial: string
  type: string
  /** Sends a reply down the line. */
  send(text: string): void
}

const STABLE_MS = 5_000
const LOOK_MS = 50
const REPEAT_MS = 100

const COMMANDS = ['@', 'I0', 'I1', 'I2', 'I3', 'I4', 'S', 'SI', 'SIR', 'Z', 'ZI', 'T', 'TI', 'TA', 'TAC']

/** The far end of an MT-SICS line: reads commands and answers as a level 1 scale does, one after the other. */
export class SicsDevice {
  readonly #options: SicsDeviceOptions
  #received = ''
  #turn: Promise<void> = Promise.resolve()
  #repeat: NodeJS.Timeout | null = null
  #gone = false

  constructor(options: SicsDeviceOptions) {
    this.#options = options
  }

  receive(chunk: Uint8Array): void {
    this.#received = (this.#received + Buffer.from(chunk).toString('latin1')).slice(-256)
    for (;;) {
      const at = this.#received.indexOf('\r\n')
      if (at < 0) return
      const command = this.#received.slice(0, at)
      this.#received = this.#received.slice(at + 2)
      this.#turn = this.#turn.then(() => this.#execute(command))
    }
  }

  /** What a scale sends unasked when it is switched on. */
  powerOn(): void {
    this.#options.model.restart()
    this.#say(`I4 A "${this.#options.serial}"`)
  }

  stop(): void {
    this.#gone = true
    this.#stopRepeat()
  }

  async #execute(command: string): Promise<void> {
    if (this.#gone) return
    const { model, serial, type } = this.#options
    if (['S', 'SI', '@', 'SIR'].includes(command)) this.#stopRepeat()
    const preset = /^TA (?<value>\d+(?:\.\d+)?) kg$/.exec(command)?.groups
    if (preset !== undefined) {
      model.presetTare(preset.value!)
      this.#say(`TA A ${weight(model.tareText)}`)
      return
    }
    switch (command) {
      case '@':
        return this.powerOn()
      case 'I0':
        COMMANDS.forEach((name, at) => {
          this.#say(`I0 ${at === COMMANDS.length - 1 ? 'A' : 'B'} ${at < 9 ? 0 : 1} "${name}"`)
        })
        return
      case 'I1':
        return this.#say('I1 A "01" "2.20" "2.00" "" ""')
      case 'I2':
        return this.#say(`I2 A "${type}"`)
      case 'I3':
        return this.#say('I3 A "1.03"')
      case 'I4':
        return this.#say(`I4 A "${serial}"`)
      case 'SI':
        return this.#say(shown(model.show()))
      case 'S':
        return this.#say((await this.#waitStable()) ? shown(model.show()) : 'S I')
      case 'SIR':
        this.#repeat = setInterval(() => this.#say(shown(model.show())), REPEAT_MS)
        return
      default:
        return this.#change(command)
    }
  }

  async #change(command: string): Promise<void> {
    const { model } = this.#options
    switch (command) {
      case 'T':
        if (!(await this.#waitStable())) return this.#say('T I')
        return this.#say(model.tare() ? `T S ${weight(model.tareText)}` : 'T -')
      case 'TI':
        return this.#say(model.tare() ? `TI ${model.stable ? 'S' : 'D'} ${weight(model.tareText)}` : 'TI -')
      case 'TA':
        return this.#say(`TA A ${weight(model.tareText)}`)
      case 'TAC':
        model.clearTare()
        return this.#say('TAC A')
      case 'Z':
        return this.#say((await this.#waitStable()) ? `Z ${this.#zero('A')}` : 'Z I')
      case 'ZI':
        return this.#say(`ZI ${this.#zero(model.stable ? 'S' : 'D')}`)
      default:
        return this.#say('ES')
    }
  }

  /** What stands behind the id of the reply to Z and ZI. */
  #zero(done: string): string {
    const side = this.#options.model.zero()
    return side === 'done' ? done : side
  }

  async #waitStable(): Promise<boolean> {
    for (let waited = 0; waited <= STABLE_MS; waited += LOOK_MS) {
      if (this.#gone) return false
      if (this.#options.model.stable) return true
      await new Promise(resolve => setTimeout(resolve, LOOK_MS))
    }
    return false
  }

  #say(text: string): void {
    if (!this.#gone) this.#options.send(`${text}\r\n`)
  }

  #stopRepeat(): void {
    if (this.#repeat !== null) clearInterval(this.#repeat)
    this.#repeat = null
  }
}

const weight = (value: string) => `${value.padStart(10)} kg`

function shown(display: Shown): string {
  if (display.kind === 'overload') return 'S +'
  if (display.kind === 'underload') return 'S -'
  return `S ${display.stable ? 'S' : 'D'} ${weight(display.value)}`
}

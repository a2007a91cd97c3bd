import type { Display, Key, Panel, ScaleEncoder } from '../scale-encoder.ts'

interface Settings {
  level: 1 | 2
  high_res: boolean
}

const KEYS: Readonly<Record<string, Key>> = { T: 'tare', C: 'clear_tare', Z: 'zero' }
const REFUSED = { tare: 'T', clear_tare: 'T', zero: 'E' } as const
const ABOUT = ['SMA:2/1.0', 'MFG:FlowViz', 'MOD:Simulator', 'REV:1.0', 'SN :0001', 'END:']
/** Which line about itself each scale tells next. */
const NEXT = new WeakMap<Panel, number>()

/** SCP-0499: twenty bytes of weight; the status tells what was refused. */
export const sma: ScaleEncoder<Settings> = {
  load: (display, settings) => weightOf(display, settings),
  answer(sent, panel, settings) {
    const command = sent.replace(/^\n/, '')
    if (command === 'A' || command === 'B') return aboutOf(command, panel)
    if (command === 'W') return weightOf(panel.show(), { ...settings, high_res: false })
    if (command === 'H' && settings.level === 2) return weightOf(panel.show(), { ...settings, high_res: true })
    if ((command === 'P' || command === 'Q') && settings.level === 2) {
      const display = panel.show()
      return display.stable ? weightOf(display, { ...settings, high_res: command === 'Q' }) : dashes(' ', display)
    }
    const key = KEYS[command]
    if (key === undefined) return '\n?\r'
    if (!panel.press(key)) return dashes(REFUSED[key], panel.show())
    return weightOf(panel.show(), settings)
  },
}

function aboutOf(command: 'A' | 'B', panel: Panel): string {
  const at = command === 'A' ? 0 : (NEXT.get(panel) ?? 0)
  NEXT.set(panel, at + 1)
  return `\n${ABOUT[at] ?? '?'}\r`
}

function weightOf(display: Display, { high_res }: Settings): string {
  const { state, value, stable, net, zero } = display
  if (state !== 'weight') return dashes(state === 'overload' ? 'O' : 'U', display)
  const mode = net ? 'N' : 'G'
  const finer = high_res ? `${value}0` : value
  return `\n${zero ? 'Z' : ' '}1${high_res ? mode.toLowerCase() : mode}${stable ? ' ' : 'M'} ${finer.padStart(10)}kg \r`
}

const dashes = (status: string, { stable, net }: Display): string =>
  `\n${status}1${net ? 'N' : 'G'}${stable ? ' ' : 'M'} ${'-'.repeat(10)}kg_\r`

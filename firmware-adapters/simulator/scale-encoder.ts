/** What the display of a pretended scale shows; weights are decimal text in kilograms. */
export interface Display {
  state: 'weight' | 'overload' | 'underload'
  /** Net while there is a tare, gross otherwise; of the last range when the state is no weight. */
  value: string
  gross: string
  tare: string
  /** There is a tare. */
  net: boolean
  stable: boolean
  /** What is shown is zero. */
  zero: boolean
}

export type Key = 'tare' | 'clear_tare' | 'zero'

/** The front of a scale. */
export interface Panel {
  show(): Display
  /** False when the scale refuses: it moves, or is out of its range. */
  press(key: Key): boolean
}

/** What was received, cut into commands and the rest that is not whole yet. */
export type Cut = (received: string) => { whole: string[]; rest: string }

/**
 * How a pretended scale speaks one protocol, written from its manual and not from our driver. Text is latin1: a character
 * is a byte. `settings` are those of the driver in devices.yaml, with their defaults.
 */
export interface ScaleEncoder<Settings extends object = object> {
  /** Left out: commands end in CR or CR LF. */
  cut?(received: string, settings: Settings): ReturnType<Cut>
  /** The frame of what is shown, as the scale streams or prints it; null while it would say nothing. */
  load(display: Display, settings: Settings): string | null
  /** The answer to a command; null for none. */
  answer(command: string, panel: Panel, settings: Settings): string | null
}

/** Commands that end in CR, CR LF or whatever else begins with CR. */
export const byLine: Cut = received => {
  const whole = received.split(/\r\n?/)
  return { rest: whole.pop()!, whole: whole.map(command => command.replace(/^\n/, '')) }
}

/** Each byte is a command. */
export const byByte: Cut = received => ({ whole: [...received], rest: '' })

/** The number in a field of its own width, its sign in the first column. */
export function signed(value: string, width: number, { plus = '+', fill = ' ' } = {}): string {
  const sign = value.startsWith('-') ? '-' : plus
  return sign + value.replace('-', '').padStart(width - 1, fill)
}

const ENDS = { crlf: '\r\n', cr: '\r', lf: '\n' } as const

/** What can be set for a scale that prints lines of text. */
export interface TextSettings {
  terminator: keyof typeof ENDS
  decimal_mark: '.' | ','
}

/** A line as the scale is set to print it: its end, its decimal mark. */
export function printed(text: string, { terminator, decimal_mark }: TextSettings): string {
  return text.replace(/(?<=\d)[.](?=\d)/, decimal_mark) + ENDS[terminator]
}

import { CODES, codeOf, FlowError } from '@flowviz/contract/error'
import { CommanderError } from 'commander'

/** Where a command writes: results to `out`, progress and failures to `err`. */
export interface Terminal {
  out: (line: string) => void
  err: (line: string) => void
  colour: boolean
  /** Clocks: `now` is the time of day (ms since 1970), `elapsed` only goes forward. */
  now: () => number
  elapsed: () => number
}

/** Exit codes of every command; README.md tells them to people. */
export const EXIT = { ok: 0, warned: 1, failed: 2, misused: 64, interrupted: 130 } as const

const CODE_OF_COLOUR = { red: 31, green: 32, yellow: 33, bold: 1, dim: 2 } as const

/** Text in a colour, or as it is when the terminal is none. */
export function paint(terminal: Terminal, colour: keyof typeof CODE_OF_COLOUR, text: string): string {
  return terminal.colour ? `\u001b[${CODE_OF_COLOUR[colour]}m${text}\u001b[0m` : text
}

/**
 * Says what failed: cause, next step, code; one JSON object instead when `json`.
 * @returns the exit code.
 */
export function showFailure(terminal: Terminal, error: unknown, json: boolean): number {
  if (error instanceof CommanderError) return showMisuse(terminal, error, json)
  const code = codeOf(error)
  const cause = error instanceof Error ? error.message : String(error)
  const next_step = error instanceof FlowError ? error.hint : CODES[code].hint
  if (json) terminal.out(JSON.stringify({ ok: false, code, cause, next_step }))
  else {
    terminal.err(`${paint(terminal, 'red', 'failed:')} ${cause}`)
    terminal.err(`next step: ${next_step}`)
    terminal.err(`code: ${code}`)
    if (code === 'internal' && error instanceof Error && error.stack !== undefined)
      terminal.err(paint(terminal, 'dim', error.stack))
  }
  return EXIT.failed
}

/** Commander has told a person already, with help; a program still gets its one object. */
function showMisuse(terminal: Terminal, { exitCode, message }: CommanderError, json: boolean): number {
  if (exitCode === 0) return EXIT.ok
  const next_step = 'Run the command with --help for what it takes.'
  if (json) terminal.out(JSON.stringify({ ok: false, code: 'config_invalid', cause: message, next_step }))
  return EXIT.misused
}

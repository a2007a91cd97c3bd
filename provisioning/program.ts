import { Command } from 'commander'
import { demoCommand } from './command/demo.ts'
import { deviceCommand } from './command/device.ts'
import { doctorCommand } from './command/doctor.ts'
import { enrollCommand } from './command/enroll.ts'
import { ledgerCommand } from './command/ledger.ts'
import { packCommand } from './command/pack.ts'
import { queueCommand } from './command/queue.ts'
import { restoreCommand } from './command/restore.ts'
import { screensCommand } from './command/screens.ts'
import type { Terminal } from './output.ts'

/** The `flowviz` command with all that it can do; `exit` takes the exit code of a command that ran to its end. */
export function buildProgram(terminal: Terminal, exit: (code: number) => void): Command {
  const program = new Command('flowviz')
    .description("The technician's tool of FlowViz: demo, restore, ledger, packs, doctor, enrolment.")
    .exitOverride()
    .showHelpAfterError('Run `flowviz --help` for what it can do.')
    .configureOutput({ writeOut: text => terminal.out(text.trimEnd()), writeErr: text => terminal.err(text.trimEnd()) })
  const parts = [
    demoCommand,
    doctorCommand,
    ledgerCommand,
    packCommand,
    queueCommand,
    enrollCommand,
    restoreCommand,
    deviceCommand,
    screensCommand,
  ]
  for (const part of parts) program.addCommand(inherit(part(terminal, exit)))
  return program

  /** Commander copies these settings only to commands that it made itself. */
  function inherit(command: Command): Command {
    command.copyInheritedSettings(program)
    for (const below of command.commands) inherit(below)
    return command
  }
}

import { Command } from 'commander'
import { readBoxConfig } from '../config.ts'
import { examine } from '../doctor/doctor.ts'
import type { Finding } from '../doctor/finding.ts'
import { EXIT, paint, type Terminal } from '../output.ts'

/** `flowviz doctor`: exit code 0 when all is well, 1 with warnings, 2 with failures. */
export function doctorCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('doctor')
    .description('Says what is wrong with this box and what to do about it; changes nothing.')
    .option('--env-file <file>', 'settings of the appliance (default /etc/flowviz/edge.env)')
    .option('--json', 'the findings as one JSON object')
    .action(async ({ envFile, json }: { envFile?: string; json?: boolean }) => {
      const findings = await examine(readBoxConfig(envFile ?? null), terminal.now)
      if (json) terminal.out(JSON.stringify({ ok: findings.every(({ state }) => state !== 'fail'), findings }))
      else for (const finding of findings) show(terminal, finding)
      exit(exitCodeOf(findings))
    })
}

function exitCodeOf(findings: Finding[]): number {
  if (findings.some(({ state }) => state === 'fail')) return EXIT.failed
  return findings.some(({ state }) => state === 'warn') ? EXIT.warned : EXIT.ok
}

const COLOURS = { ok: 'green', warn: 'yellow', fail: 'red' } as const

function show(terminal: Terminal, { state, code, cause, next_step }: Finding): void {
  terminal.out(`${paint(terminal, COLOURS[state], state.padEnd(4))} ${code.padEnd(18)} ${cause}`)
  if (next_step !== null) terminal.out(`${' '.repeat(24)}next step: ${next_step}`)
}

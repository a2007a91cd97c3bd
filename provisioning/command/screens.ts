import { join } from 'node:path'
import { Command } from 'commander'
import { ROOT } from '../config.ts'
import { makeProgress } from '../demo/progress.ts'
import { buildScreens } from '../demo/screens.ts'
import { EXIT, type Terminal } from '../output.ts'

/** `flowviz screens build`: the floor screen and the HQ screen, as the servers hand them out. */
export function screensCommand(terminal: Terminal, exit: (code: number) => void): Command {
  const command = new Command('screens').description('The built screens.')
  command
    .command('build')
    .description('Builds both screens into their dist/ folders.')
    .option('--stale', 'only those that are older than what they are built from')
    .option('--json', 'the built ones as JSON')
    .action(async ({ stale, json }: { stale?: boolean; json?: boolean }) => {
      const progress = makeProgress(terminal.err, terminal.elapsed)
      const built = await buildScreens(join(ROOT, 'node_modules', '.cache', 'flowviz'), progress.step, stale !== true)
      terminal.out(
        json ? JSON.stringify({ ok: true, built }) : `built: ${built.join(', ') || 'nothing, all are fresh'}`,
      )
      exit(EXIT.ok)
    })
  return command
}

import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { FlowError } from '@flowviz/contract/error'
import { Command } from 'commander'
import { type DemoConfig, readBoxConfig, readDemoConfig, startedByNpm } from '../config.ts'
import { type Demo, DemoStopped, makeDemo } from '../demo/demo.ts'
import { endLeftovers, runningDemo } from '../demo/leftover.ts'
import { HQ_PEOPLE, PLANT_PEOPLE } from '../demo/people.ts'
import { placeFor } from '../demo/postgres-place.ts'
import { makeProgress } from '../demo/progress.ts'
import { EXIT, paint, type Terminal } from '../output.ts'

interface DemoFlags {
  portBase?: string
  dir?: string
  json?: boolean
}

/** `flowviz demo` and `flowviz demo reset`. */
export function demoCommand(terminal: Terminal, exit: (code: number) => void): Command {
  const command = new Command('demo')
    .description('Two plants and a headquarters on this machine, with pretended devices. Ctrl-C stops everything.')
    .option('--port-base <port>', 'first of the ports (default 7400, or FLOWVIZ_DEMO_PORT_BASE)')
    .option('--dir <folder>', 'where the data lies (default .demo, or FLOWVIZ_DEMO_DIR)')
    .option('--json', 'one JSON object when it is ready, for programs')
    .action(async (flags: DemoFlags) => exit(await runDemo(terminal, flags)))
  command
    .command('reset')
    .description('Deletes the data of the demo; the next start is a first one.')
    .option('--dir <folder>', 'where the data lies')
    .option('--json', 'the answer as JSON')
    .action(async (_flags: DemoFlags, itself: Command) => exit(await resetDemo(terminal, itself.optsWithGlobals())))
  return command
}

async function runDemo(terminal: Terminal, flags: DemoFlags): Promise<number> {
  const config = readDemoConfig(flags)
  refuseWhileRunning(config.dir)
  const demo = makeDemo({
    ...config,
    litestream_bin: readBoxConfig().litestream_bin,
    progress: makeProgress(terminal.err, terminal.elapsed),
    tell: terminal.err,
    now: terminal.now,
  })
  const asked = stopAsked(() => demo.kill())
  try {
    const running = await Promise.race([demo.start(), asked.then(() => null)])
    if (running !== null) {
      if (flags.json) terminal.out(JSON.stringify(summaryOf(running, config)))
      else showReady(terminal, running, config)
      await asked
    }
  } catch (error) {
    await demo.stop()
    if (!(error instanceof DemoStopped)) throw error
  }
  terminal.err('stopping: gateways, appliances, replication, headquarters, Postgres ...')
  await demo.stop()
  terminal.err('stopped; the data stays. `npm start` goes on with it, `npm run demo:reset` empties it.')
  return EXIT.ok
}

const PARENT_EVERY = 500

/**
 * Resolves at the first Ctrl-C, SIGTERM or hang-up, and when the npm above us is gone: nobody could stop us then.
 * npm hands a Ctrl-C on although the terminal sent it to us already, so a second one counts only some time after the
 * first: then everything is killed.
 */
function stopAsked(kill: () => Promise<void>): Promise<void> {
  return new Promise(resolve => {
    let patient = false
    const ask = () => {
      if (patient) void kill().finally(() => process.exit(EXIT.interrupted))
      resolve()
      setTimeout(() => {
        patient = true
      }, 2_000).unref()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
    if (!startedByNpm()) return
    const parent = process.ppid
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      resolve()
    }, PARENT_EVERY).unref()
  })
}

function summaryOf(demo: Demo, config: DemoConfig) {
  return {
    ready: true,
    headquarters: demo.hqUrl,
    plants: demo.plants.map(({ site, siteName, url, brokerUrl }, at) => ({
      site,
      name: siteName,
      url,
      broker: brokerUrl,
      tablet_link: demo.tabletLinks[at],
    })),
    demo_logins: {
      floor: PLANT_PEOPLE.map(({ name, role, secret }) => ({ name, role, pin: secret })),
      headquarters: HQ_PEOPLE.map(({ name, role, secret }) => ({ name, role, password: secret })),
    },
    data: config.dir,
    postgres_data: demo.postgres.dataDir,
  }
}

function showReady(terminal: Terminal, demo: Demo, config: DemoConfig): void {
  const { out } = terminal
  const seconds = (terminal.elapsed() / 1000).toFixed(1)
  out(`${paint(terminal, 'green', 'ready')} after ${seconds} s. Open in a browser:`)
  out('')
  for (const [at, { siteName, url }] of demo.plants.entries()) {
    out(`  ${`floor, ${siteName}`.padEnd(22)} ${url}`)
    out(`  ${'  set up a tablet'.padEnd(22)} ${demo.tabletLinks[at]}`)
  }
  out(`  ${'headquarters'.padEnd(22)} ${demo.hqUrl}`)
  out('')
  out('Logins of this demo (good for nothing else):')
  for (const { name, secret, role } of PLANT_PEOPLE)
    out(`  floor         ${name.padEnd(10)} PIN ${secret.padEnd(18)} ${role}`)
  for (const { name, secret, role } of HQ_PEOPLE)
    out(`  headquarters  ${name.padEnd(10)} password ${secret.padEnd(13)} ${role}`)
  out('')
  out(
    `Data lies in ${config.dir}${demo.postgres.dataDir.startsWith(config.dir) ? '' : ` and ${demo.postgres.dataDir}`}.`,
  )
  out('Ctrl-C stops everything and keeps the data.')
}

function refuseWhileRunning(dir: string): void {
  const pid = runningDemo(dir)
  if (pid !== null) throw new FlowError('demo_running', `Process ${pid} runs the demo in ${dir}.`)
}

async function resetDemo(terminal: Terminal, flags: DemoFlags): Promise<number> {
  const { dir } = readDemoConfig(flags)
  refuseWhileRunning(dir)
  await endLeftovers(dir)
  const place = await placeFor(join(dir, 'postgres', 'data'))
  const was = existsSync(dir)
  for (const path of [place.dir, dir]) rmSync(path, { recursive: true, force: true })
  terminal.out(flags.json ? JSON.stringify({ ok: true, emptied: was, dir }) : `${dir} is empty now.`)
  return EXIT.ok
}

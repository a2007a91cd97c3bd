import { readFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { codeOf, FlowError } from '@flowviz/contract/error'
import { pino } from 'pino'
import { readSimulatorConfig } from '../config.ts'
import { parsePlan } from './plan.ts'
import { type Simulator, startSimulator } from './simulator.ts'
import { singlePlan } from './single-plan.ts'

enableCompileCache()

const STOP_MS = 4_500
const args = process.argv.slice(2)

/** With words on the command line one device is pretended and told to a person, without them a plan. */
async function main(): Promise<void> {
  if (args.length > 0) return pretendOne()
  const config = readSimulatorConfig()
  const log = pino({ level: config.log_level, base: { process: 'simulator' } })
  const simulator = await startSimulator(parsePlan(readFileSync(config.plan_file, 'utf8')), () => Date.now())
  stopWith(simulator)
  log.info({ control_port: simulator.control_port, devices: simulator.devices }, 'ready')
}

async function pretendOne(): Promise<void> {
  const { plan, id, load_kg, json } = singlePlan(args)
  const simulator = await startSimulator(plan, () => Date.now())
  stopWith(simulator)
  const control = `http://127.0.0.1:${simulator.control_port}/${id}/control`
  if (load_kg !== null) {
    const answer = await fetch(control, { method: 'POST', body: JSON.stringify({ load_kg }) })
    if (!answer.ok) throw new FlowError('config_invalid', `${id} takes no load of ${load_kg} kg.`)
  }
  const place = simulator.devices[id]!
  const found = 'path' in place ? place.path : 'port' in place ? `127.0.0.1:${place.port}` : plan.devices[0]!.kind
  if (json) console.log(JSON.stringify({ ok: true, id, ...place, control }))
  else console.log(`ready: ${found}\nsteer it with POST ${control}; Ctrl-C stops it`)
}

function stopWith(simulator: Simulator): void {
  const stop = () => {
    setTimeout(() => process.exit(0), STOP_MS).unref()
    void simulator.stop().finally(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

main().catch((error: unknown) => {
  if (args.length === 0)
    pino({ base: { process: 'simulator' } }).fatal({ code: codeOf(error), err: error }, 'cannot start')
  else tell(error)
  process.exit(args.length === 0 ? 1 : 2)
})

function tell(error: unknown): void {
  const cause = error instanceof Error ? error.message : String(error)
  const next_step = error instanceof FlowError ? error.hint : 'Run it with --help.'
  if (args.includes('--json')) console.log(JSON.stringify({ ok: false, code: codeOf(error), cause, next_step }))
  else console.error(`failed: ${cause}\nnext step: ${next_step}\ncode: ${codeOf(error)}`)
}

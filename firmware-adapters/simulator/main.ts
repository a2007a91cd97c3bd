import { readFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { codeOf } from '@flowviz/contract/error'
import { pino } from 'pino'
import { readSimulatorConfig } from '../config.ts'
import { parsePlan } from './plan.ts'
import { startSimulator } from './simulator.ts'

enableCompileCache()

const STOP_MS = 4_500

async function main(): Promise<void> {
  const config = readSimulatorConfig()
  const log = pino({ level: config.log_level, base: { process: 'simulator' } })
  const simulator = await startSimulator(parsePlan(readFileSync(config.plan_file, 'utf8')), () => Date.now())
  const stop = () => {
    setTimeout(() => process.exit(0), STOP_MS).unref()
    void simulator.stop().finally(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  log.info({ control_port: simulator.control_port, devices: simulator.devices }, 'ready')
}

main().catch((error: unknown) => {
  pino({ base: { process: 'simulator' } }).fatal({ code: codeOf(error), err: error }, 'cannot start')
  process.exit(1)
})

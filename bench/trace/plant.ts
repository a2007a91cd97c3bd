import { writeFileSync } from 'node:fs'
import { type Started, startProcess } from '../../provisioning/demo/process.ts'
import { serverPlan } from '../../provisioning/demo/server.ts'
import { signIn, writeBenchPlant } from '../write/plant.ts'

const GENEROUS = { per_min: 1_000_000_000 }

export interface TracedPlant {
  /** Bytes of a whole answer, after its last one came. */
  trace(lot: string): Promise<number>
  register(code: string): Promise<void>
  stop: Started['stop']
}

/** Settings of an appliance whose `plant.db` lies in `dir/data`. */
export function writePlant(dir: string): Record<string, string> {
  const { env } = writeBenchPlant(dir)
  // One person asks more often here than a person may. The check itself stays in.
  const limits = { v: 1, rules: { lots: GENEROUS, qc_decisions: GENEROUS, traceability: GENEROUS } }
  writeFileSync(env.FLOWVIZ_LIMITS_FILE!, JSON.stringify(limits))
  return env
}

/** The appliance as it ships, over HTTP. @throws FlowError process_failed */
export async function startPlant(dir: string, env: Record<string, string>): Promise<TracedPlant> {
  const child = await startProcess(serverPlan({ name: 'flowviz', entry: 'edge/server/main.ts', env, logDir: dir }))
  const port = Number(child.ready.http_port)
  const url = `http://127.0.0.1:${port}/api/v1`
  const authorization = `Bearer ${await signIn(port, child.ready)}`
  return {
    async trace(lot) {
      const response = await fetch(`${url}/traceability/${lot}?direction=forward`, { headers: { authorization } })
      const bytes = await response.arrayBuffer()
      if (!response.ok) throw new Error(new TextDecoder().decode(bytes))
      return bytes.byteLength
    },
    async register(lot_code) {
      const body = JSON.stringify({ lot_code, lot_type: 'RAW', weight_kg: '412.500', manual_reason: 'scale away' })
      const headers = { authorization, 'content-type': 'application/json' }
      const response = await fetch(`${url}/lots`, { method: 'POST', headers, body })
      if (response.status !== 201) throw new Error(await response.text())
      await response.arrayBuffer()
    },
    stop: child.stop,
  }
}

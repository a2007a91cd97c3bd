import { writeFileSync } from 'node:fs'
import type { TraceRequest } from '@flowviz/contract/fsma'
import type { Session } from '@flowviz/contract/identity'
import { call } from '../../provisioning/call.ts'
import type { DemoPerson } from '../../provisioning/demo/people.ts'
import { type Started, startProcess } from '../../provisioning/demo/process.ts'
import { serverPlan } from '../../provisioning/demo/server.ts'
import { writeBenchPlant } from '../write/plant.ts'

const SECRET = '246810'
const GENEROUS = { per_min: 1_000_000_000 }
const person = (role: DemoPerson['role']): DemoPerson => ({
  name: role.toLowerCase(),
  display_name: role,
  role,
  secret: SECRET,
})

/** Settings of an appliance whose `plant.db` lies in `dir/data`. */
export function writePlant(dir: string): Record<string, string> {
  const { env } = writeBenchPlant(dir, [person('OPERATOR'), person('AUDITOR')])
  writeFileSync(env.FLOWVIZ_LIMITS_FILE!, JSON.stringify({ v: 1, rules: { lots: GENEROUS } }))
  return env
}

export interface ExportingPlant {
  pid: number
  register(code: string): Promise<void>
  request(format: 'xlsx' | 'csv'): Promise<TraceRequest>
  look(requestId: string): Promise<TraceRequest>
  stop: Started['stop']
}

/** The appliance as it ships, over HTTP. @throws FlowError process_failed */
export async function startPlant(dir: string, env: Record<string, string>): Promise<ExportingPlant> {
  const child = await startProcess(serverPlan({ name: 'flowviz', entry: 'edge/server/main.ts', env, logDir: dir }))
  const url = `http://127.0.0.1:${child.ready.http_port}/api/v1`
  const signIn = (name: string) =>
    call<Session>(`${url}/login`, { method: 'POST', body: { name, secret: SECRET } }).then(one => one.access_token)
  const operator = await signIn('operator')
  const auditor = await signIn('auditor')
  const send = async (token: string, path: string, body?: object) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const sent = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
    const response = await fetch(`${url}/${path}`, sent)
    const text = await response.text()
    if (!response.ok) throw new Error(text)
    return JSON.parse(text) as unknown
  }
  const request = { caller: 'FDA', reason: 'benchmark of the export' }
  const filter = { from: '2020-01-01', to: '2099-12-31' }
  return {
    pid: child.pid,
    async register(lot_code) {
      await send(operator, 'lots', { lot_code, lot_type: 'WIP', weight_kg: '412.500', manual_reason: 'scale away' })
    },
    request: format => send(auditor, 'fsma/exports', { request, filter, format }) as Promise<TraceRequest>,
    look: requestId => send(auditor, `fsma/exports/${requestId}`) as Promise<TraceRequest>,
    stop: child.stop,
  }
}

import { connect } from 'node:net'
import type { BoxConfig } from '../config.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

const WITHIN = 3_000
const LATE_S = 300
const DAY_S = 86_400

/** The appliance answers and says that it is ready; else why not, in its own words. */
export async function checkAppliance({ http }: BoxConfig): Promise<Finding> {
  const url = `http://${http.host}:${http.port}/ready`
  const answer = await fetch(url, { signal: AbortSignal.timeout(WITHIN) }).catch(() => null)
  if (answer?.ok) return ok('appliance', `${url} says ready`)
  if (answer !== null) {
    const { troubles } = (await answer.json().catch(() => ({}))) as { troubles?: { detail: string }[] }
    const why =
      troubles === undefined
        ? `answers ${answer.status}; another program may have the port`
        : troubles.map(({ detail }) => detail).join('; ')
    return fail('appliance', `${url}: ${why}`, 'Read its log: journalctl -u flowviz-edge -n 50')
  }
  if (await listens(http))
    return fail('appliance', `Another program has port ${http.port}.`, `Find it with: ss -ltnp 'sport = :${http.port}'`)
  return fail('appliance', `Nothing listens on port ${http.port}.`, 'Start it: systemctl start flowviz.target')
}

/** The broker takes connections, so gateways and sensors can deliver. */
export async function checkBroker({ mqtt }: BoxConfig): Promise<Finding> {
  if (await listens(mqtt)) return ok('broker', `MQTT port ${mqtt.port} takes connections`)
  return fail(
    'broker',
    `Nothing listens on MQTT port ${mqtt.port}.`,
    'Start the appliance: systemctl start flowviz-edge',
  )
}

/** What waits for headquarters, from the appliance's public metrics; null when it does not answer at all. */
export async function checkSync({ http, cloud_url }: BoxConfig, now: () => number): Promise<Finding | null> {
  if (cloud_url === null) return ok('sync', 'This box works alone; no headquarters is set.')
  const url = `http://${http.host}:${http.port}/metrics`
  const answer = await fetch(url, { signal: AbortSignal.timeout(WITHIN) }).catch(() => null)
  if (answer === null || !answer.ok) return null
  return judgeSync(await answer.text(), cloud_url, now())
}

/** Reads the text of `/metrics`: how far the ledger's head is ahead of what headquarters acknowledged, and since when. */
export function judgeSync(metrics: string, cloudUrl: string, now: number): Finding {
  const gauge = (name: string) => Number(new RegExp(`^flowviz_${name} (\\S+)$`, 'm').exec(metrics)?.[1] ?? Number.NaN)
  const [head, pending, oldest] = ['ledger_seq', 'sync_pending_events', 'sync_oldest_pending_timestamp_seconds'].map(
    gauge,
  )
  if (pending === undefined || Number.isNaN(pending))
    return warn('sync', 'The appliance does not tell how far headquarters is behind.', 'Update the appliance.')
  if (pending === 0) return ok('sync', `headquarters holds the ledger up to its head, event ${head}`)
  const age = Math.max(0, Math.round(now / 1000 - (oldest ?? 0)))
  const said = `headquarters lacks ${pending} of ${head} events, the oldest for ${age} s`
  if (age > DAY_S) return fail('sync', said, `Check the way to ${cloudUrl}; nothing is lost, the box keeps everything.`)
  if (age > LATE_S) return warn('sync', said, `Check the way to headquarters: curl -I ${cloudUrl}/health`)
  return ok('sync', said)
}

function listens({ host, port }: { host: string; port: number }): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port, timeout: WITHIN })
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })
}

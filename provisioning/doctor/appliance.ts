import { connect } from 'node:net'
import type { BoxConfig } from '../config.ts'
import { ask, urlOf } from './ask.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

const WITHIN = 3_000
const LATE_S = 300
const DAY_S = 86_400

type Said = { code: string; detail: string }[]

/** The appliance answers and says that it is ready; else why not, in its own words. */
export async function checkAppliance(box: BoxConfig): Promise<Finding> {
  const { http } = box
  const url = urlOf(box, '/ready')
  const answer = await ask(box, '/ready')
  if (answer?.status === 200) return ok('appliance', `${url} says ready`)
  if (answer !== null) {
    const why =
      saidIn(answer.text, 'troubles')
        ?.map(({ detail }) => detail)
        .join('; ') ?? `answers ${answer.status}; another program may have the port`
    return fail('appliance', `${url}: ${why}`, 'Read its log: journalctl -u flowviz-edge -n 50')
  }
  if (await listens(http))
    return fail('appliance', `Another program has port ${http.port}.`, `Find it with: ss -ltnp 'sport = :${http.port}'`)
  return fail('appliance', `Nothing listens on port ${http.port}.`, 'Start it: systemctl start flowviz.target')
}

/** The floor's address is secure, so that tablets can work offline, and stays so; null when nobody but the box comes. */
export async function checkCertificate(box: BoxConfig): Promise<Finding | null> {
  if (box.tls) {
    const answer = await ask(box, '/ready')
    return answer && judgeCertificate(answer.text)
  }
  if (box.loopback) return null
  const cause = 'The floor is served in the clear: tablets cannot work offline.'
  return warn('certificate', cause, 'Set FLOWVIZ_TLS_CERT_FILE and FLOWVIZ_TLS_KEY_FILE.')
}

/** Reads the text of `/ready`: what has to be done about the certificate; null when it is of no appliance. */
export function judgeCertificate(ready: string): Finding | null {
  const said = saidIn(ready, 'warnings')?.filter(({ code }) => code.startsWith('certificate_'))
  if (said === undefined) return null
  if (said.length === 0) return ok('certificate', 'the certificate of the floor is good')
  const judge = said.some(({ code }) => code === 'certificate_ended') ? fail : warn
  const renew = 'Put a new pair in place and run: systemctl reload flowviz-edge'
  return judge('certificate', said.map(({ detail }) => detail).join(' '), renew)
}

/** A list of the appliance's `/ready`; null: that is not what answered. */
function saidIn(answer: string, list: 'troubles' | 'warnings'): Said | null {
  try {
    return (JSON.parse(answer) as Record<string, Said | undefined>)[list] ?? null
  } catch {
    return null
  }
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
export async function checkSync(box: BoxConfig, now: () => number): Promise<Finding | null> {
  const { cloud_url } = box
  if (cloud_url === null) return ok('sync', 'This box works alone; no headquarters is set.')
  const answer = await ask(box, '/metrics')
  return answer?.status === 200 ? judgeSync(answer.text, cloud_url, now()) : null
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

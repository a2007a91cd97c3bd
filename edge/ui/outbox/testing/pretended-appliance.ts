import { bytesOfBase64url } from '@flowviz/contract/base64url'
import type { CommandVerdict, QueuedCommand } from '@flowviz/contract/batch'
import { isSafe, laneOf } from '@flowviz/contract/command-lane'
import { CODES, type ErrorCode, type Problem } from '@flowviz/contract/error'
import {
  COMMAND_CONTEXT,
  type EnrolledTablet,
  type SignedCommand,
  type TabletCommand,
  type TabletEnrolment,
  type TabletKey,
  type TabletVerdicts,
} from '@flowviz/contract/tablet'

/** How the way to the appliance is. */
export type Weather = 'fine' | 'lost' | 'answer-lost' | 'twice' | 'portal' | 'failing' | 'broken' | 'busy' | 'late'

interface Memory {
  /** Key to how often it was done. */
  done: Map<string, number>
  /** Keys of what was done, by lane, in that order. */
  lanes: Map<string, string[]>
  /** Numbers of each epoch. */
  seqs: Map<string, Set<number>>
}

/** The base point of the curve: a key, and that of nobody here. */
const OTHER_KEY: TabletKey = {
  kty: 'EC',
  crv: 'P-256',
  x: 'axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY',
  y: 'T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU',
}
const HEADERS = { 'content-type': 'application/json', 'x-flowviz': '1' }
const problem = (code: ErrorCode): Problem => ({
  ...CODES[code],
  type: '',
  code,
  detail: CODES[code].title,
})

/**
 * An appliance as far as a queue sees it: it checks signatures,
 * does each key once, keeps the order in lanes, and loses, repeats and refuses as it is told.
 */
export class PretendedAppliance {
  weather: Weather = 'fine'
  /** A command whose body says so is refused until it is told otherwise. */
  refusing = true
  /** Numbers that were passed over, as the appliance would report them. */
  skipped: string[] = []
  /** What it answers to what was done, by command. */
  says: Record<string, object> = {}
  requests = 0
  /** The tablet that the next invitation is for; null: a new one. */
  invited: string | null = null
  private site = 'demo'
  private starts = 0
  private memory: Memory = { done: new Map(), lanes: new Map(), seqs: new Map() }
  private keys = new Map<string, TabletEnrolment>()
  private cookie: string | null = null
  private tablets = 0

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const { weather, starts } = this
    this.requests += 1
    await new Promise(resolve => setTimeout(resolve, weather === 'late' ? 1_500 : 0))
    if (init.signal?.aborted) throw new DOMException('too late', 'AbortError')
    if (weather === 'lost' || starts !== this.starts) throw new TypeError('fetch failed')
    if (weather === 'portal') return new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } })
    if (weather === 'failing') return new Response('<h1>502</h1>', { status: 502 })
    if (weather === 'broken') return answer(500, problem('internal'))
    if (weather === 'busy') return answer(429, problem('rate_limited'))
    const given = init.body === undefined ? null : (JSON.parse(init.body as string) as unknown)
    const said = await this.route(url, init, given)
    if (weather === 'twice') await this.route(url, init, given)
    if (weather === 'answer-lost') throw new TypeError('the connection broke off')
    return said
  }

  private async route(url: string, init: RequestInit, given: unknown): Promise<Response> {
    if (url === '/api/v1/ping') return answer(200, { site: this.site, server_time: new Date().toISOString() })
    if (url === '/api/v1/tablets/me')
      return this.cookie === null ? answer(404, problem('tablet_unknown')) : answer(200, this.tabletOf(this.cookie))
    if (url === '/api/v1/tablets') return this.enrol(given as TabletEnrolment)
    const { commands } = given as { commands: unknown[] }
    if (JSON.stringify(commands).includes('spoilt')) return answer(422, problem('body_invalid'))
    const tablet = /^\/api\/v1\/tablets\/(?<id>[^/]+)\/commands$/.exec(url)?.groups?.id
    if (tablet !== undefined) return this.signed(tablet, commands as SignedCommand[])
    const token = new Headers(init.headers).get('authorization')
    if (token !== 'Bearer good') return answer(401, problem('token_expired'))
    return answer(200, { verdicts: this.doAll(commands as QueuedCommand[]) })
  }

  private enrol(asked: TabletEnrolment): Response {
    if (asked.code === undefined && this.cookie === null) return answer(404, problem('tablet_unknown'))
    if (asked.code !== undefined) this.cookie = this.invited ?? `t${String(++this.tablets).padStart(2, '0')}`
    this.keys.set(this.cookie!, asked)
    return answer(201, this.tabletOf(this.cookie!))
  }

  private tabletOf(tablet_id: string): EnrolledTablet {
    const generation = this.keys.get(tablet_id)?.epoch.slice(-8) ?? ''
    const code_prefix = `DEMO-${tablet_id.toUpperCase()}-${generation}`
    const server_time = new Date().toISOString()
    return { tablet_id, title: tablet_id, station: null, site: this.site, site_name: 'Demo', code_prefix, server_time }
  }

  private async signed(tablet_id: string, commands: SignedCommand[]): Promise<Response> {
    const tablet = this.keys.get(tablet_id)
    if (tablet === undefined) return answer(404, problem('tablet_unknown'))
    const genuine = await Promise.all(commands.map(command => isGenuine(command, tablet)))
    if (genuine.includes(false)) return answer(401, problem('tablet_signature_wrong'))
    const said = commands.map(({ text }) => JSON.parse(text) as TabletCommand)
    if (said.some(({ site }) => site !== this.site)) throw new Error('the pretended appliance knows only its own site')
    const verdicts = this.doAll(said)
    this.receive(tablet_id, said)
    return answer(200, { verdicts, ...this.received(`${tablet_id} ${tablet.epoch}`) })
  }

  private receive(tablet_id: string, said: readonly TabletCommand[]): void {
    for (const { epoch, seq } of said.toSorted((a, b) => a.seq - b.seq)) {
      const place = `${tablet_id} ${epoch}`
      const seqs = this.memory.seqs.get(place) ?? new Set([0])
      if (seq > Math.max(...seqs) + 1) this.skipped.push(`${place} ${Math.max(...seqs) + 1}..${seq - 1}`)
      this.memory.seqs.set(place, seqs.add(seq))
    }
  }

  private received(place: string): Omit<TabletVerdicts, 'verdicts'> {
    const seqs = this.memory.seqs.get(place) ?? new Set()
    const highest_seq = Math.max(0, ...seqs)
    const missing = Array.from({ length: highest_seq }, (_, n) => n + 1).filter(seq => !seqs.has(seq))
    return {
      received_seq: (missing[0] ?? highest_seq + 1) - 1,
      highest_seq,
      missing: missing.map(seq => ({ from: seq, to: seq })).slice(0, 20),
    }
  }

  private doAll(commands: readonly QueuedCommand[]): CommandVerdict[] {
    const refused = new Map<string, string>()
    return commands.map(command => {
      const { key } = command
      const lane = laneOf(command)
      const before = refused.get(lane)
      if (before !== undefined && !isSafe(command))
        return {
          key,
          verdict: 'parked',
          status: 409,
          problem: Object.assign(problem('command_parked'), { refused_key: before }),
        }
      if (command.body?.poison === true) {
        refused.set(lane, refused.get(lane) ?? key)
        return { key, verdict: 'refused', status: 500, problem: problem('internal') }
      }
      if (!this.memory.done.has(key)) {
        if (this.refusing && command.body?.refuse === true) {
          refused.set(lane, refused.get(lane) ?? key)
          return { key, verdict: 'refused', status: 409, problem: problem('gate_missing') }
        }
        this.memory.lanes.set(lane, [...(this.memory.lanes.get(lane) ?? []), key])
      }
      this.memory.done.set(key, 1)
      return { key, verdict: 'done', status: 201, answer: { key, ...this.says[command.command] } }
    })
  }

  get done(): readonly string[] {
    return [...this.memory.lanes.values()].flat()
  }

  lane(name: string): readonly string[] {
    return this.memory.lanes.get(name) ?? []
  }

  backup(): Memory {
    return structuredClone(this.memory)
  }

  /** A restart with the data of a backup: what is on its way then is lost. */
  restore(backup: Memory): void {
    this.starts += 1
    this.memory = structuredClone(backup)
  }

  /** Another plant answers at this address from now on. */
  become(site: string): void {
    this.starts += 1
    this.site = site
    this.memory = { done: new Map(), lanes: new Map(), seqs: new Map() }
    this.keys.clear()
    this.cookie = null
    this.tablets = 0
  }

  revoke(): void {
    this.keys.clear()
  }

  /** A restart with a backup of before this tablet had its key, or had lost one command of the middle. */
  forget(what: 'key' | { key: string; seq: number }): void {
    if (what === 'key') for (const tablet of this.keys.values()) tablet.key = OTHER_KEY
    else {
      this.memory.done.delete(what.key)
      for (const [lane, keys] of this.memory.lanes)
        this.memory.lanes.set(
          lane,
          keys.filter(key => key !== what.key),
        )
      for (const seqs of this.memory.seqs.values()) seqs.delete(what.seq)
    }
  }
}

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: HEADERS })

async function isGenuine({ text, sig }: SignedCommand, { key }: TabletEnrolment): Promise<boolean> {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' }
  const known = await crypto.subtle.importKey('jwk', key, curve, false, ['verify'])
  const signed = new TextEncoder().encode(COMMAND_CONTEXT + text)
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, known, bytesOfBase64url(sig), signed)
}

export const someBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))

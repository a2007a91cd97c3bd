import { argon2Sync, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { zstdCompressSync } from 'node:zlib'
import { phcOf } from '@flowviz/contract/phc'
import { ROLES } from '@flowviz/contract/role'
import { BATCH_MEDIA_TYPE, type BoxClaims, CLOUD_AUDIENCE, type Enrolment } from '@flowviz/contract/sync'
import { uuidMaker } from '@flowviz/contract/uuid'
import { SignJWT } from 'jose'
import pino from 'pino'
import type { App } from '../app.ts'
import { assemble } from '../assemble.ts'
import { sha256Hex } from '../domain/hash.ts'
import { openPool, type Pool } from '../store/database.ts'
import { type PlantLedger, START_MS } from './ledger.ts'

/** What every person of the tests signs in with; the name is the role in lower case. */
export const SECRET = 'a secret of the tests'

export interface Answer {
  status: number
  headers: Record<string, unknown>
  text: string
  /** Empty when the answer is not JSON. */
  json: Record<string, unknown>
}

/** What a box sends, and what may differ from what a good one would. */
export interface Sent {
  text?: string
  encoding?: string
  body?: Buffer
  claims?: Partial<BoxClaims>
}

interface Request {
  method: 'GET' | 'POST'
  url: string
  headers?: Record<string, string>
  payload?: Buffer | object | string
}

/** A headquarters on a real database of its own, driven without a socket, with a clock that the test moves. */
export class TestHq {
  readonly app: App
  readonly pool: Pool
  readonly clock: { ms: number }
  readonly witness: KeyObject
  readonly #close: () => Promise<void>
  readonly #newId: () => string
  #admin: { headers: { authorization: string }; until_ms: number } | null = null

  private constructor(parts: Pick<TestHq, 'app' | 'pool' | 'clock' | 'witness'> & { close: () => Promise<void> }) {
    this.app = parts.app
    this.pool = parts.pool
    this.clock = parts.clock
    this.witness = parts.witness
    this.#close = parts.close
    this.#newId = uuidMaker(() => this.clock.ms, randomBytes)
  }

  static async start(databaseUrl: string): Promise<TestHq> {
    const clock = { ms: START_MS }
    const newId = uuidMaker(() => clock.ms, randomBytes)
    const secret_hash = cheapHash()
    const witness = generateKeyPairSync('ed25519').privateKey
    const people = ROLES.map(role => ({
      person_id: newId(),
      name: role.toLowerCase(),
      display_name: role,
      role,
      secret_hash,
    }))
    const { app, close } = await assemble({
      databaseUrl,
      tokenKey: generateKeyPairSync('ed25519').privateKey,
      witnessKey: witness,
      people,
      uiDir: null,
      version: '0.0.0',
      logger: pino({ level: 'fatal' }),
      now: () => clock.ms,
      newId,
      newSecret: () => randomBytes(24).toString('base64url'),
    })
    return new TestHq({ app, pool: openPool(databaseUrl, () => {}), clock, witness, close })
  }

  async call(request: Request): Promise<Answer> {
    const { statusCode: status, headers, payload: text } = await this.app.inject(request)
    const isJson = /^application\/(?:problem\+)?json\b/.test(String(headers['content-type']))
    return { status, headers, text, json: isJson ? JSON.parse(text) : {} }
  }

  /** A request with a fresh token of the box. */
  async asBox(box: PlantLedger, { method, url }: Pick<Request, 'method' | 'url'>, sent: Sent = {}): Promise<Answer> {
    const encoding = sent.encoding ?? 'zstd'
    const raw = Buffer.from(sent.text ?? '')
    const body = sent.body ?? (method === 'GET' ? Buffer.alloc(0) : encoding === 'zstd' ? zstdCompressSync(raw) : raw)
    const issued = Math.floor(this.clock.ms / 1000)
    const claims: BoxClaims = {
      iss: `box:${box.site}`,
      aud: CLOUD_AUDIENCE,
      sub: `${method} ${url.split('?')[0]}`,
      jti: this.#newId(),
      digest: sha256Hex(body),
      iat: issued,
      exp: issued + 60,
      ...sent.claims,
    }
    const token = await new SignJWT({ ...claims }).setProtectedHeader({ alg: 'EdDSA' }).sign(box.key)
    const headers = { authorization: `Bearer ${token}` }
    if (method === 'GET') return this.call({ method, url, headers })
    const batch = { 'content-type': BATCH_MEDIA_TYPE, 'content-encoding': encoding }
    return this.call({ method, url, headers: { ...headers, ...batch }, payload: body })
  }

  push(box: PlantLedger, text: string, sent: Sent = {}): Promise<Answer> {
    return this.asBox(box, { method: 'POST', url: `/v1/sites/${box.site}/ledger` }, { text, ...sent })
  }

  pushReadings(box: PlantLedger, text: string): Promise<Answer> {
    return this.asBox(box, { method: 'POST', url: `/v1/sites/${box.site}/readings` }, { text })
  }

  /** A question of the box, such as `head`. */
  async pull(box: PlantLedger, what: string): Promise<Answer> {
    return this.asBox(box, { method: 'GET', url: `/v1/sites/${box.site}/${what}` })
  }

  async signIn(name: string): Promise<{ authorization: string }> {
    const { json } = await this.call({ method: 'POST', url: '/v1/login', payload: { name, secret: SECRET } })
    return { authorization: `Bearer ${json.access_token}` }
  }

  async ask(url: string, name = 'auditor'): Promise<Answer> {
    return this.call({ method: 'GET', url, headers: await this.signIn(name) })
  }

  async claim(site: string): Promise<string> {
    // Sign-ins are counted, and a test may enrol more plants than a person may sign in.
    if (this.#admin === null || this.clock.ms >= this.#admin.until_ms)
      this.#admin = { headers: await this.signIn('admin'), until_ms: this.clock.ms + 600_000 }
    const { headers } = this.#admin
    const { json } = await this.call({ method: 'POST', url: '/v1/claims', headers, payload: { site } })
    return String(json.claim)
  }

  enrolWith(enrolment: Enrolment): Promise<Answer> {
    return this.call({ method: 'POST', url: '/v1/enrolments', payload: enrolment })
  }

  async enrol(box: PlantLedger): Promise<Answer> {
    return this.enrolWith(enrolmentOf(box, await this.claim(box.site)))
  }

  async close(): Promise<void> {
    await this.pool.end()
    await this.#close()
  }
}

/** What a box shows to be enrolled. */
export function enrolmentOf(box: PlantLedger, claim: string): Enrolment {
  const signature = sign(null, Buffer.from(`${claim}\n${box.site}\n${box.publicKey}`), box.key).toString('base64')
  return { claim, site: box.site, site_name: `Plant ${box.site}`, public_key: box.publicKey, signature }
}

/** The cheapest hash that is still argon2id: tests sign in often. */
function cheapHash(): string {
  const nonce = Buffer.alloc(16, 7)
  const hash = argon2Sync('argon2id', { message: SECRET, nonce, parallelism: 1, tagLength: 32, memory: 8, passes: 1 })
  const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  return phcOf({ memory_kib: 8, passes: 1, lanes: 1, salt: unpadded(nonce), hash: unpadded(hash) })
}

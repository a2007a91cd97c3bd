import { base64urlOf } from '@flowviz/contract/base64url'
import { type Answer, troubleOf } from '@flowviz/contract/screen/trouble'
import type { EnrolledTablet, TabletEnrolment } from '@flowviz/contract/tablet'
import { COMMAND_CONTEXT } from '@flowviz/contract/tablet-word'
import { type ReadonlySignal, signal } from '@preact/signals'
import { type AskParts, ask, type Heard } from '../outbox/ask.ts'
import type { FloorDb } from '../outbox/floor-db.ts'
import type { OpenChannel } from '../outbox/tabs.ts'
import type { Tablet, TabletStanding } from './tablet.ts'
import { createTabletStore, type TabletStore } from './tablet-store.ts'

export interface TabletParts extends AskParts {
  db: FloorDb
  /** Null on a page without a secure context: it can keep no key. */
  subtle: SubtleCrypto | null
  openChannel: OpenChannel
}

const DEADLINE_MS = 8_000
const AGAIN_MS = 5_000
const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const
/** What an appliance says to who is no tablet of it. */
const NOBODY: ReadonlySet<string> = new Set(['tablet_unknown', 'tablet_revoked'])
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const

/** The identity of this device over its store and the appliance. Call `resume` at the start, and when the appliance is back. */
export function createTablet(parts: TabletParts): Tablet {
  const { subtle } = parts
  const store = createTabletStore(parts.db)
  const enrolled = signal<EnrolledTablet | null>(null)
  const standing = signal<TabletStanding>('unknown')
  const others = parts.openChannel(`${parts.db.name}.tablet`)

  /** This page knows itself as a tablet, or did before its store was cleared. */
  let isTablet = false
  let cancelAgain = () => {}

  const become = (tablet: EnrolledTablet) => {
    isTablet = true
    enrolled.value = tablet
    standing.value = 'enrolled'
  }
  const enrol = async (on: SubtleCrypto, code: string | undefined): Promise<Answer<EnrolledTablet>> => {
    const { key, epoch } = await identity(on, store)
    const body: TabletEnrolment = { ...(code === undefined ? {} : { code }), key, epoch }
    const answer = answerOf<EnrolledTablet>(await post(parts, body))
    if (!answer.ok) return answer
    // The store was cleared meanwhile. What is left is the cookie: the one that has begun is told to the appliance by that.
    if (!(await store.enrolled(answer.value, epoch))) return enrol(on, undefined)
    become(answer.value)
    others.postMessage('enrolled')
    return answer
  }
  const readKept = async (): Promise<boolean> => {
    const kept = await store.kept()
    if (kept?.enrolled == null) return false
    become(kept.enrolled)
    return true
  }
  /** Looks who this tablet is: in its store and, where that is empty, by the cookie of the first time. */
  const look = async (on: SubtleCrypto): Promise<'known' | 'nobody' | 'unheard'> => {
    if (await readKept()) return 'known'
    enrolled.value = null
    standing.value = 'unknown'
    const me = answerOf(await ask(parts, { method: 'GET', url: '/api/v1/tablets/me', deadline_ms: DEADLINE_MS }))
    const answer = me.ok ? await enrol(on, undefined) : me
    if (answer.ok) return 'known'
    return NOBODY.has(answer.trouble.code) ? 'nobody' : 'unheard'
  }
  others.onmessage = () => void readKept().catch(() => undefined)
  const tablet: Tablet = {
    standing: standing as ReadonlySignal<TabletStanding>,
    enrolled: enrolled as ReadonlySignal<EnrolledTablet | null>,
    enrol: async code => (subtle === null ? INSECURE : enrol(subtle, code.trim().toUpperCase())),
    resume: async () => {
      if (subtle === null) {
        standing.value = 'insecure'
        return
      }
      const known = await look(subtle).catch(() => 'unread' as const)
      // Until the appliance has said so, what waits here is not sent as if this were no tablet.
      if (known === 'nobody') isTablet = false
      if (standing.peek() === 'unknown' && !isTablet) standing.value = 'none'
      cancelAgain()
      if (known === 'unread' || known === 'unheard') cancelAgain = parts.after(AGAIN_MS, () => void tablet.resume())
    },
    renew: async () => {
      if (subtle !== null) await enrol(subtle, undefined)
    },
    lotCode: async () => {
      const prefix = enrolled.peek()?.code_prefix
      return prefix === undefined ? null : store.nextCode(prefix)
    },
    sign: async text => {
      const keys = subtle === null ? null : await store.keys()
      if (keys === null || subtle === null) return null
      const signed = new TextEncoder().encode(COMMAND_CONTEXT + text)
      return base64urlOf(new Uint8Array(await subtle.sign(SIGNATURE, keys.privateKey, signed)))
    },
  }
  return tablet
}

/** The key and the epoch of this store; the key is made at the first time, and kept before anybody hears of it. */
async function identity(subtle: SubtleCrypto, store: TabletStore): Promise<Pick<TabletEnrolment, 'key' | 'epoch'>> {
  const { keys, epoch } =
    (await store.identity()) ?? (await store.keepKeys(await subtle.generateKey(KEY, false, ['sign', 'verify'])))
  const { x, y } = await subtle.exportKey('jwk', keys.publicKey)
  return { key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, epoch }
}

const post = (parts: AskParts, body: TabletEnrolment) =>
  ask(parts, { method: 'POST', url: '/api/v1/tablets', body, deadline_ms: DEADLINE_MS })

function answerOf<T>(heard: Heard): Answer<T> {
  if (heard.kind !== 'answer') return { ok: false, trouble: troubleOf(null) }
  if (heard.status < 300) return { ok: true, value: heard.body as T }
  return { ok: false, trouble: troubleOf({ status: heard.status, message: '', problem: heard.body }) }
}

const INSECURE: Answer<EnrolledTablet> = {
  ok: false,
  trouble: {
    ...troubleOf(null),
    title: 'This page is not secure, so this tablet can keep no key.',
    hint: 'Open FlowViz by its https address; the set-up page of the appliance shows how.',
    passing: false,
  },
}

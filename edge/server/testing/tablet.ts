import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { CommandName } from '@flowviz/contract/command'
import {
  COMMAND_CONTEXT,
  type EnrolledTablet,
  type SignedCommand,
  type TabletCommand,
  type TabletInvitation,
  type TabletKey,
  type TabletVerdicts,
} from '@flowviz/contract/tablet'
import { uuidMaker } from '@flowviz/contract/uuid'
import type { TestPlant } from './plant.ts'

/** A plant that is asked over HTTP, in this process or in one of its own. */
type AskedPlant = Pick<TestPlant, 'post'>

const newId = uuidMaker(Date.now, randomBytes)
/** People of `startPlant` by what they are. */
export const PERSON_ID = { OPERATOR: '019ab0a2-5c00-7000-8000-000000000003' } as const

export interface TestTablet extends EnrolledTablet {
  epoch: string
  cookie: string
  /** The next command in the order of this tablet, signed. */
  command(name: CommandName, change?: Partial<TabletCommand>): SignedCommand
  /** Any text, signed by the key of this tablet. */
  signed(text: string): SignedCommand
  post(commands: SignedCommand[], to?: AskedPlant): Promise<Response>
  /** Sends and expects verdicts. */
  send(commands: SignedCommand[], to?: AskedPlant): Promise<TabletVerdicts>
}

export function newKey(): { key: TabletKey; secret: KeyObject } {
  const { publicKey, privateKey: secret } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' }) as unknown as TabletKey
  return { key: { kty, crv, x, y }, secret }
}

export function signText(text: string, secret: KeyObject): SignedCommand {
  const bytes = sign('sha256', Buffer.from(COMMAND_CONTEXT + text), { key: secret, dsaEncoding: 'ieee-p1363' })
  return { text, sig: bytes.toString('base64url') }
}

export async function invite(plant: AskedPlant, asked: object = {}): Promise<TabletInvitation> {
  const response = await plant.post('MANAGER', '/api/v1/tablets/invitations', {
    body: { title: 'T07', station: 'dock', ...asked },
  })
  if (response.status !== 201) throw new Error(await response.text())
  return (await response.json()) as TabletInvitation
}

export const cookieOf = (response: Response): string =>
  /flowviz_tablet=[^;]+/.exec(response.headers.get('set-cookie') ?? '')?.[0] ?? ''

/** A tablet that is set up, with the store of a new one. */
export async function setUpTablet(plant: AskedPlant, asked: object = {}): Promise<TestTablet> {
  const { code } = await invite(plant, asked)
  const { key, secret } = newKey()
  const epoch = newId()
  const response = await plant.post(null, '/api/v1/tablets', { body: { code, key, epoch } })
  if (response.status !== 201) throw new Error(await response.text())
  const enrolled = (await response.json()) as EnrolledTablet
  const { site, tablet_id } = enrolled
  const boot_id = newId()
  let seq = 0
  const post: TestTablet['post'] = (commands, to = plant) =>
    to.post(null, `/api/v1/tablets/${tablet_id}/commands`, { body: { commands } })
  return {
    ...enrolled,
    epoch,
    cookie: cookieOf(response),
    command(name, change = {}) {
      seq = change.seq ?? seq + 1
      const command: TabletCommand = {
        v: 1,
        site,
        tablet_id,
        epoch,
        seq,
        key: newId(),
        command: name,
        person_id: PERSON_ID.OPERATOR,
        auth: 'online',
        occurred_at: new Date().toISOString(),
        mono_ms: seq * 1_000,
        boot_id,
        skew_ms: 0,
        ...change,
      }
      return signText(JSON.stringify(command), secret)
    },
    signed: text => signText(text, secret),
    post,
    async send(commands, to) {
      const answer = await post(commands, to)
      if (answer.status !== 200) throw new Error(await answer.text())
      return (await answer.json()) as TabletVerdicts
    },
  }
}

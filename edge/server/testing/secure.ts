import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { type ClientHttp2Session, type ClientHttp2Stream, connect, type OutgoingHttpHeaders } from 'node:http2'
import { type RequestOptions, request } from 'node:https'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { type TestAuthority, testAuthority } from './certificate.ts'
import { plantFiles, startPlant, type TestPlant } from './plant.ts'

export const NAME = 'floor.internal'

/** A whole appliance with a certificate of its site's authority, and with the plain port beside it. */
export interface SecurePlant extends TestPlant {
  authority: TestAuthority
  /** Puts a certificate into the files that the appliance reads. */
  put(of: { cert: string; key: string }): void
}

/** What an answer says, whichever HTTP it came by. */
export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

export async function startSecurePlant(
  env: Record<string, string> = {},
  issue: { from_ms?: number; days?: number } = {},
): Promise<SecurePlant> {
  const files = plantFiles()
  const dir = dirname(files.FLOWVIZ_DEVICES_FILE!)
  const [cert_file, key_file, ca_file] = ['floor.pem', 'floor.key', 'ca.pem'].map(name => join(dir, name)) as [
    string,
    string,
    string,
  ]
  const authority = testAuthority({ permitted: ['internal', '127.0.0.0/8'] })
  const put = ({ cert, key }: { cert: string; key: string }) => {
    writeFileSync(cert_file, cert)
    writeFileSync(key_file, key)
  }
  put(authority.issue({ names: [NAME, '127.0.0.1'], ...issue }))
  writeFileSync(ca_file, authority.cert)
  const plant = await startPlant({
    ...files,
    FLOWVIZ_TLS_CERT_FILE: cert_file,
    FLOWVIZ_TLS_KEY_FILE: key_file,
    FLOWVIZ_TLS_CA_FILE: ca_file,
    FLOWVIZ_HTTP_RESCUE_PORT: '0',
    ...env,
  })
  return { ...plant, authority, put }
}

/** How a client that trusts the site's authority connects. */
export const trusting = ({ authority, http_port }: SecurePlant) => ({
  host: '127.0.0.1',
  port: http_port,
  servername: NAME,
  ca: authority.cert,
})

/** A session of HTTP/2; ends with the test. */
export function session(plant: SecurePlant): ClientHttp2Session {
  const opened = connect(`https://${NAME}:${plant.http_port}`, trusting(plant))
  opened.on('error', () => undefined)
  onTestFinished(() => opened.destroy())
  return opened
}

/** Asks by HTTP/2. */
export async function ask(
  opened: ClientHttp2Session,
  path: string,
  { headers = {}, body }: { headers?: OutgoingHttpHeaders; body?: unknown } = {},
): Promise<Answer> {
  const sent = body === undefined ? {} : { ':method': 'POST', 'content-type': 'application/json' }
  const stream = opened.request({ ':path': path, ...sent, ...headers }, { endStream: body === undefined })
  if (body !== undefined) stream.end(JSON.stringify(body))
  return answerOf(stream)
}

/** The answer to a request of HTTP/2. */
export async function answerOf(stream: ClientHttp2Stream): Promise<Answer> {
  let said = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
  })
  const headers = await new Promise<OutgoingHttpHeaders>((resolve, reject) => {
    stream.once('response', resolve)
    stream.once('error', reject)
    stream.once('close', () => reject(new Error(`closed with ${stream.rstCode}`)))
  })
  // Not `finished`: the other side may be done with a request that is not.
  if (!stream.readableEnded) await once(stream, 'end')
  const { ':status': status, ...rest } = headers
  return { status: Number(status), headers: rest as Answer['headers'], text: said }
}

/** Asks by HTTP/1.1 over TLS. */
export function askOld(plant: SecurePlant, path: string, options: RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { host, ...trusted } = trusting(plant)
    const asked = request({ ...trusted, host, path, agent: false, ...options }, async response => {
      resolve({ status: response.statusCode!, headers: response.headers, text: await text(response) })
    })
    asked.on('error', reject)
    asked.end()
  })
}

import { hash, X509Certificate } from 'node:crypto'
import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { type Answer, NAME, type SecurePlant, startSecurePlant } from '../testing/secure.ts'

/** Asks the plain port as a tablet that typed a name. */
function askPlain(plant: SecurePlant, path: string, sent: { method?: string; headers?: object } = {}): Promise<Answer> {
  const { method = 'GET', headers = {} } = sent
  const options = { host: '127.0.0.1', port: plant.rescue_port!, path, method, agent: false }
  return new Promise((resolve, reject) => {
    const asked = request({ ...options, headers: { host: `${NAME}:8080`, ...headers } }, async response => {
      resolve({ status: response.statusCode!, headers: response.headers, text: await text(response) })
    })
    asked.on('error', reject)
    asked.end()
  })
}

test('whatever page is asked of the plain port, it explains the way to the secure address in the language of the tablet', async () => {
  const plant = await startSecurePlant()
  for (const path of ['/', '/lots/some-lot', '/sw.js', '/metrics']) {
    const { status, headers, text } = await askPlain(plant, path)
    expect([path, status, headers['content-type']]).toEqual([path, 200, 'text/html; charset=utf-8'])
    expect(text).toContain('<html lang="en">')
    expect(text).toContain(`href="https://${NAME}:${plant.http_port}/"`)
    expect(text).not.toContain('<script')
    expect(headers['strict-transport-security']).toBeUndefined()
  }
  const spanish = await askPlain(plant, '/', { headers: { 'accept-language': 'fr, es-MX;q=0.9, en;q=0.8' } })
  expect(spanish.text).toContain('Esta tableta todavía no puede trabajar sin conexión')
  const switched = await askPlain(plant, '/?lang=en', { headers: { 'accept-language': 'es' } })
  expect(switched.text).toContain('This tablet cannot work offline yet')
})

test('the plain port answers no API and takes no secret', async () => {
  const plant = await startSecurePlant()
  for (const [method, path] of [
    ['GET', '/api/v1/ping'],
    ['GET', '/api'],
    ['POST', '/api/v1/login'],
    ['PUT', '/lots'],
  ] as const) {
    const { status, headers, text } = await askPlain(plant, path, { method })
    expect([method, path, status, headers['content-type']]).toEqual([
      method,
      path,
      426,
      'application/problem+json; charset=utf-8',
    ])
    const detail = `Ask https://${NAME}:${plant.http_port} instead.`
    expect(JSON.parse(text)).toMatchObject({ code: 'tls_required', detail })
  }
})

test("the site's authority is handed out, and nothing else of its file", async () => {
  const plant = await startSecurePlant()
  const authority = new X509Certificate(plant.authority.cert)
  const { headers, text: page } = await askPlain(plant, '/')
  expect(page).toContain(authority.fingerprint256)
  const style = /<style>([\s\S]*)<\/style>/.exec(page)![1]!
  expect(headers['content-security-policy']).toContain(`'sha256-${hash('sha256', style, 'base64')}'`)
  const pem = await askPlain(plant, '/ca.pem')
  expect([pem.headers['content-type'], pem.text]).toEqual(['application/x-pem-file', plant.authority.cert])
  const bytes = await fetch(`http://127.0.0.1:${plant.rescue_port}/ca`)
  expect(bytes.headers.get('content-type')).toBe('application/x-x509-ca-cert')
  expect(Buffer.from(await bytes.arrayBuffer())).toEqual(authority.raw)
})

test('without an authority to hand out, the page sends to the technician', async () => {
  const plant = await startSecurePlant({ FLOWVIZ_TLS_CA_FILE: '', FLOWVIZ_PUBLIC_NAME: 'tablets.internal' })
  for (const path of ['/', '/ca']) {
    const { text } = await askPlain(plant, path)
    expect(text).toContain('Ask your technician')
    expect(text).toContain(`href="https://tablets.internal:${plant.http_port}/"`)
  }
})

test('a name that a tablet sends gets no markup into the page', async () => {
  const plant = await startSecurePlant({}, {})
  for (const host of ['"><script>alert(1)</script>', 'a/b?c', "x' onload='1"]) {
    const socket = connect(plant.rescue_port!, '127.0.0.1')
    socket.write(`GET / HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`)
    const said = await text(socket)
    expect([host, /alert|onload|a\/b/.test(said)]).toEqual([host, false])
  }
})

import { get } from 'node:http'
import { get as getSecure } from 'node:https'
import { text } from 'node:stream/consumers'
import type { BoxConfig } from '../config.ts'

const WITHIN_MS = 3_000

/** Where the appliance of this box is asked. */
export const urlOf = ({ http, tls }: Pick<BoxConfig, 'http' | 'tls'>, path: string) =>
  `${tls ? 'https' : 'http'}://${http.host}:${http.port}${path}`

/**
 * Asks the appliance of this box; null: it does not answer. Its certificate is of the name by which tablets come, and
 * nobody stands between a box and itself, so it is not held to the address here.
 */
export function ask(
  box: Pick<BoxConfig, 'http' | 'tls'>,
  path: string,
): Promise<{ status: number; text: string } | null> {
  const url = urlOf(box, path)
  return new Promise(resolve => {
    const options = { agent: false, signal: AbortSignal.timeout(WITHIN_MS) } as const
    const asked = box.tls ? getSecure(url, { ...options, rejectUnauthorized: false }) : get(url, options)
    asked.once('error', () => resolve(null))
    asked.once('response', response => {
      text(response).then(
        said => resolve({ status: response.statusCode ?? 0, text: said }),
        () => resolve(null),
      )
    })
  })
}

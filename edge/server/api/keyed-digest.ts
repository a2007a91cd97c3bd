import { createHmac, hkdfSync, type KeyObject } from 'node:crypto'

/** The keyed digest under which a badge number is kept. */
export type BadgeDigest = (badgeNo: string) => string

/**
 * Badge numbers are short and printed on plastic: a bare hash of one is guessed in a second, so the digest is keyed by
 * the site's own secret. A site that changes its token key assigns its badges anew. Readers differ in the case of the
 * letters that they type.
 */
export function badgeDigest(key: KeyObject): BadgeDigest {
  const pepper = derived(key, 'flowviz badge number')
  return badgeNo => createHmac('sha256', pepper).update(badgeNo.toLowerCase()).digest('hex')
}

/** A digest of a request that holds a secret: without the key nobody can try PINs against it. */
export function requestDigest(key: KeyObject): (request: string) => string {
  const pepper = derived(key, 'flowviz request with a secret')
  return request => createHmac('sha256', pepper).update(request).digest('hex')
}

/** The keyed digest under which the code of an invitation is kept. People type it: neither case nor dashes count. */
export function invitationDigest(key: KeyObject): (code: string) => string {
  const pepper = derived(key, 'flowviz tablet invitation')
  return code =>
    createHmac('sha256', pepper)
      .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
      .digest('hex')
}

export function derived(key: KeyObject, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key.export({ type: 'pkcs8', format: 'der' }), '', purpose, 32))
}

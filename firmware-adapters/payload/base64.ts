const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** The bytes of a base64 text; null when it is none. */
export function bytesOfBase64(text: string): Uint8Array | null {
  if (!BASE64.test(text)) return null
  return Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
}

import type { X509Certificate } from 'node:crypto'
import { type Certificate, type CertificateFiles, readAuthority, readCertificate } from './certificate.ts'

/** The secure origin as the settings name it. */
export interface TlsSetting {
  files: CertificateFiles
  /** What the files held at the start. */
  first: Certificate
  /** What tablets are to trust; null: not handed out by this box. */
  authority: X509Certificate | null
  /** Port that explains, in the clear, how to get to the secure one; null: none. */
  rescue_port: number | null
}

interface Given {
  FLOWVIZ_TLS_CERT_FILE?: string
  FLOWVIZ_TLS_KEY_FILE?: string
  FLOWVIZ_TLS_CA_FILE?: string
  FLOWVIZ_HTTP_RESCUE_PORT?: string
}
type Note = (field: keyof Given, message: string) => void

/** The secure origin, or null for plain HTTP. What does not fit together is noted. */
export function readTls(env: Given, note: Note): TlsSetting | null {
  const { FLOWVIZ_TLS_CERT_FILE: cert_file, FLOWVIZ_TLS_KEY_FILE: key_file } = env
  if (cert_file === undefined || key_file === undefined) {
    if (cert_file !== key_file) {
      const missing = cert_file === undefined ? 'FLOWVIZ_TLS_CERT_FILE' : 'FLOWVIZ_TLS_KEY_FILE'
      note(missing, 'is missing: a certificate and its key are given together or not at all')
    }
    for (const field of ['FLOWVIZ_TLS_CA_FILE', 'FLOWVIZ_HTTP_RESCUE_PORT'] as const)
      if (env[field] !== undefined) note(field, 'is for a box with FLOWVIZ_TLS_CERT_FILE')
    return null
  }
  const files = { cert_file, key_file }
  const first = attempt(note, 'FLOWVIZ_TLS_CERT_FILE', () => readCertificate(files))
  const ca_file = env.FLOWVIZ_TLS_CA_FILE
  const authority = ca_file === undefined ? null : attempt(note, 'FLOWVIZ_TLS_CA_FILE', () => readAuthority(ca_file))
  const port = env.FLOWVIZ_HTTP_RESCUE_PORT
  return first && { files, first, authority, rescue_port: port === undefined ? null : Number(port) }
}

function attempt<T>(note: Note, field: keyof Given, read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    note(field, `does not fit: ${(error as Error).message}`)
    return null
  }
}

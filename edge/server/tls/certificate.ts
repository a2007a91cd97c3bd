import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { FlowError } from '@flowviz/contract/error'

/** Where the certificate of the floor's address and its private key are. */
export interface CertificateFiles {
  cert_file: string
  key_file: string
}

/** A certificate with its key as they are served. */
export interface Certificate {
  /** PEM: the leaf, then what leads to its authority. */
  cert: string
  /** PEM, not encrypted */
  key: string
  /** ms since 1970 */
  begins_at_ms: number
  /** ms since 1970 */
  ends_at_ms: number
}

/**
 * Reads both files and holds them against each other. One that has ended is returned: whoever serves it decides.
 * @throws FlowError certificate_unfit
 */
export function readCertificate({ cert_file, key_file }: CertificateFiles): Certificate {
  const cert = read(cert_file)
  const key = read(key_file)
  const leaf = parse(cert_file, () => new X509Certificate(cert))
  const own = parse(key_file, () => createPrivateKey(key))
  if (!leaf.checkPrivateKey(own)) throw unfit(`${key_file} is not the key of ${cert_file}.`)
  // What is wrong further down the chain is found here and not at the first tablet.
  parse(cert_file, () => createSecureContext({ cert, key }))
  return { cert, key, begins_at_ms: leaf.validFromDate.getTime(), ends_at_ms: leaf.validToDate.getTime() }
}

/**
 * Reads the certificate of the site's authority, which tablets are to trust. Of the file only the certificate goes on,
 * so that a private key in it stays where it is.
 * @throws FlowError certificate_unfit
 */
export function readAuthority(file: string): X509Certificate {
  const text = read(file)
  const authority = parse(file, () => new X509Certificate(text))
  if (!authority.ca) throw unfit(`${file} is not the certificate of an authority.`)
  return authority
}

function read(file: string): string {
  return parse(file, () => readFileSync(file, 'utf8'))
}

function parse<T>(file: string, make: () => T): T {
  try {
    return make()
  } catch (cause) {
    const why = (cause as { code?: string }).code ?? 'unknown'
    throw unfit(`${file} is not usable (${why}).`, cause)
  }
}

const unfit = (message: string, cause?: unknown) => new FlowError('certificate_unfit', message, { cause })

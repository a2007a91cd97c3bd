import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'

const ANCHORS = new URL('../../../../../shared/anchors/', import.meta.url)

export type Json = Record<string, unknown>

/** A JSON file of the reference data, which is never copied here. */
export function anchor(path: string): Json {
  const file = new URL(path, ANCHORS)
  if (!existsSync(file)) throw new Error(`The anchors are missing: ${file.pathname}`)
  return JSON.parse(readFileSync(file, 'utf8')) as Json
}

/** Names of the files below a folder of the reference data, at any depth. */
export function anchors(folder: string): string[] {
  const place = new URL(folder, ANCHORS)
  if (!existsSync(place)) throw new Error(`The anchors are missing: ${place.pathname}`)
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.json(ld)?$/.test(name))
    .sort()
}

/** What the schema of GS1 says against a document; empty: nothing. */
export function schemaVerdict(): (document: unknown) => string[] {
  const ajv = new Ajv({ strict: false })
  addFormats.default(ajv)
  const validate = ajv.compile(anchor('epcis-gs1/EPCIS-JSON-Schema.json'))
  return document =>
    validate(document) ? [] : (validate.errors ?? []).map(error => `${error.instancePath} ${error.message}`)
}

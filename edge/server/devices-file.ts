import { readFileSync } from 'node:fs'
import { devicesProblems, PlantDevices } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import { Compile } from 'typebox/compile'
import { parseDocument } from 'yaml'

const shape = Compile(PlantDevices)

/**
 * Reads `devices.yaml` and holds it to the contract.
 * @throws FlowError config_invalid with every problem at once.
 */
export function readDevices(path: string, site: string): PlantDevices {
  const value = parse(path)
  const problems = shape.Errors(value).map(({ instancePath, message }) => ({ field: instancePath, message }))
  if (problems.length > 0 || !shape.Check(value)) throw invalid(path, problems)
  if (value.site !== site) problems.push({ field: '/site', message: `is ${value.site}, but this box is ${site}` })
  for (const { path: field, message } of devicesProblems(value)) problems.push({ field, message })
  if (problems.length > 0) throw invalid(path, problems)
  return value
}

function parse(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new FlowError('config_invalid', `${path} cannot be read.`, { cause })
  }
  const document = parseDocument(text)
  if (document.errors.length === 0) return document.toJS()
  throw invalid(
    path,
    document.errors.map(({ message }) => ({ field: '', message })),
  )
}

function invalid(path: string, errors: { field: string; message: string }[]): FlowError {
  const text = errors.map(({ field, message }) => `${field} ${message}`.trim()).join('; ')
  return new FlowError('config_invalid', `${path} is not valid: ${text}`, { extra: { errors } })
}

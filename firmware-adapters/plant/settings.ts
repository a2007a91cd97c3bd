import type { TSchema } from 'typebox'
import type { PlantProblem } from './yaml.ts'

interface Wrong {
  keyword: string
  instancePath: string
  message: string
}

/** What is wrong with the settings of a device, as sentences; a key that there is none of is told those that there are. */
export function settingsProblems(schema: TSchema, errors: readonly Wrong[], path: string): PlantProblem[] {
  const known = Object.keys((schema as { properties?: object }).properties ?? {})
  const list = known.length === 0 ? 'it has none' : `there are ${known.join(', ')}`
  return errors.map(({ keyword, instancePath, message }) => {
    const at = `${path}/settings${instancePath}`
    // The schema of a key that may not be there is `false`.
    if (keyword !== 'boolean') return { path: at, message }
    return { path: at, message: `there is no setting ${instancePath.split('/').at(-1)}; ${list}` }
  })
}

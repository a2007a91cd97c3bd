import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Checked, parseProfile } from './check.ts'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))

/** Where profiles are found. */
export interface ProfileShelf {
  /** The profile that `name@version` or a path of a YAML file means; problems say why there is none. Never throws. */
  find(reference: string): Checked
}

/** Every profile that comes with FlowViz, by `name@version`. Read once; a test holds each of them to the schema. */
export function shippedProfiles(folder = FOLDER): ReadonlyMap<string, Checked> {
  const files = readdirSync(folder).filter(name => name.endsWith('.yaml'))
  return new Map(
    files.sort().map(name => {
      const checked = parseProfile(readFileSync(`${folder}/${name}`, 'utf8'))
      const { profile } = checked
      return [profile === null ? name : `${profile.profile}@${profile.version}`, checked]
    }),
  )
}

/** The shipped profiles, and those that a technician has written beside them. */
export function profileShelf(): ProfileShelf {
  let shipped: ReadonlyMap<string, Checked> | null = null
  return {
    find: reference => {
      if (reference.includes('/')) return readFile(reference)
      shipped ??= shippedProfiles()
      const found = shipped.get(reference)
      if (found !== undefined) return found
      const message = `no profile ${reference}; there are ${[...shipped.keys()].join(', ')}`
      return { profile: null, problems: [{ path: '', message }] }
    },
  }
}

/** Read each time: the file may have been mended since. */
function readFile(path: string): Checked {
  try {
    return parseProfile(readFileSync(path, 'utf8'))
  } catch {
    return { profile: null, problems: [{ path: '', message: `${path} cannot be read` }] }
  }
}

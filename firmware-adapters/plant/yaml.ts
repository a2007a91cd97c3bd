import { parseDocument, type Tags } from 'yaml'

/** What is wrong in a file, and where: a JSON pointer, or the line when it is not YAML. */
export interface PlantProblem {
  path: string
  message: string
}

/** YAML reads the line format 8E1 as the number 80; nothing in our files is written with an exponent. */
const withoutExponents = (tags: Tags): Tags => tags.filter(tag => typeof tag === 'string' || tag.format !== 'EXP')

/** The value of a YAML text, or what keeps it from being one. Never throws for its content. */
export function readYaml(text: string): { value: unknown; problems: PlantProblem[] } {
  const document = parseDocument(text, { customTags: withoutExponents, merge: true })
  const problems = document.errors.map(({ message, linePos }) => ({
    path: `line ${linePos?.[0].line ?? '?'}`,
    message,
  }))
  if (problems.length > 0) return { value: null, problems }
  try {
    return { value: document.toJS(), problems }
  } catch (error) {
    return { value: null, problems: [{ path: '/', message: error instanceof Error ? error.message : 'not YAML' }] }
  }
}

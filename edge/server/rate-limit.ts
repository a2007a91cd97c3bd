import Type, { type Static } from 'typebox'
import type { LoginLimits, RateRule } from './parts.ts'

const Count = (description: string) => Type.Integer({ minimum: 1, maximum: 1_000_000_000, description })

const Login = Type.Object(
  {
    per_min_address: Count('Wrong tries from one address within a minute.'),
    per_min_account: Count('Wrong tries for one account within a minute, from wherever they come.'),
    failures_in_a_row: Count('Wrong tries after which the account is locked; a right one starts anew.'),
    locked_s: Type.Integer({ minimum: 1, maximum: 86_400, description: 'How long a lock holds, seconds.' }),
  },
  { additionalProperties: false },
)

const Route = Type.String({ pattern: '^(GET|POST|PUT|PATCH|DELETE|[*]) (/[^\\s*]*[*]?|[*])$' })
const Rule = Type.Object(
  {
    routes: Type.Array(Route, { minItems: 1 }),
    per_min: Count('Requests of one person at one station, or of one address where nobody is signed in.'),
    enabled: Type.Boolean(),
  },
  { additionalProperties: false },
)

/**
 * The file that `FLOWVIZ_LIMITS_FILE` names. What it leaves out stays as in DEFAULT_LIMITS; a rule with a name of its
 * own is added, and `enabled: false` takes one away.
 */
export const LimitsFile = Type.Object(
  {
    v: Type.Literal(1),
    login: Type.Optional(Type.Partial(Login)),
    rules: Type.Optional(
      Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]{0,31}$' }), Type.Partial(Rule), {
        additionalProperties: false,
      }),
    ),
  },
  { additionalProperties: false },
)
export type LimitsFile = Static<typeof LimitsFile>

export interface RateLimits {
  login: LoginLimits
  rules: readonly RateRule[]
}

export const DEFAULT_LIMITS: RateLimits = {
  // Of the 10,000 PINs with four digits, five tries in a quarter of an hour reach 480 a day, each fifth one told.
  login: { per_min_address: 10, per_min_account: 10, failures_in_a_row: 5, locked_s: 900 },
  rules: [
    { name: 'lots', routes: ['POST /api/v1/lots'], per_min: 100 },
    { name: 'qc_decisions', routes: ['POST /api/v1/qc-decisions'], per_min: 100 },
    { name: 'traceability', routes: ['GET /api/v1/traceability', 'GET /api/v1/traceability/*'], per_min: 50 },
    { name: 'deletes', routes: ['DELETE *'], per_min: 20 },
  ],
}

/** The limits that hold with this file; null: none is given. A new rule that says too little is a problem. */
export function limitsOf(file: LimitsFile | null): { limits: RateLimits; problems: string[] } {
  const given = file?.rules ?? {}
  const known: Record<string, RateRule> = Object.fromEntries(DEFAULT_LIMITS.rules.map(rule => [rule.name, rule]))
  const problems: string[] = []
  const rules = [...new Set([...Object.keys(known), ...Object.keys(given)])].flatMap(name => {
    if (given[name]?.enabled === false) return []
    const routes = given[name]?.routes ?? known[name]?.routes
    const per_min = given[name]?.per_min ?? known[name]?.per_min
    if (routes === undefined) problems.push(`/rules/${name}/routes`)
    if (per_min === undefined) problems.push(`/rules/${name}/per_min`)
    return routes === undefined || per_min === undefined ? [] : [{ name, routes, per_min }]
  })
  return { limits: { login: { ...DEFAULT_LIMITS.login, ...file?.login }, rules }, problems }
}

/** True when a route of the server, `METHOD /path`, is one that a rule's pattern names. */
export function matchesRoute(pattern: string, route: string): boolean {
  const [method, path] = pattern.split(' ') as [string, string]
  const [itsMethod, itsPath] = route.split(' ') as [string, string]
  if (method !== '*' && method !== itsMethod) return false
  return path.endsWith('*') ? itsPath.startsWith(path.slice(0, -1)) : itsPath === path
}

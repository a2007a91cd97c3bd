import type { Person } from '@flowviz/contract/identity'
import { PeopleList } from './people-list.tsx'
import type { SignInTrouble } from './sign-in-trouble.ts'
import { TroubleNotice } from './trouble-notice.tsx'

const NAMES = ['Olga Operator', 'Aud Auditor', 'Max Manager', 'José Ángel Hernández Domínguez', 'Ada Admin']
const ROLES: Person['role'][] = ['OPERATOR', 'AUDITOR', 'MANAGER', 'OPERATOR', 'ADMIN']
const people = (count: number): Person[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `person-${at}`,
    name: `person-${at}`,
    display_name: at < NAMES.length ? NAMES[at]! : `${NAMES[at % NAMES.length]} ${at}`,
    role: ROLES[at % ROLES.length]!,
  }))
const nothing = () => undefined

const list = (count: number, recent: string[], able: ReadonlySet<string> | null) => () => (
  <div class="sign-in">
    <main>
      <section>
        <PeopleList people={people(count)} recent={recent} chosen="person-1" choose={nothing} able={able} />
      </section>
    </main>
  </div>
)
const notice = (trouble: SignInTrouble) => () => <TroubleNotice trouble={trouble} askManager={nothing} />

/** Who may sign in, and why somebody is not signed in. */
export const states = [
  { name: 'a few people', draw: list(5, [], null) },
  { name: 'some were here lately', draw: list(5, ['person-2', 'person-0'], null) },
  { name: 'the server is away: not everybody can', draw: list(5, [], new Set(['person-0', 'person-1'])) },
  { name: 'a large shift, with search', draw: list(30, ['person-7'], null) },
  { name: 'wrong PIN, tries are counted here', draw: notice({ kind: 'wrong', left: 3 }) },
  { name: 'wrong PIN', draw: notice({ kind: 'wrong', left: null }) },
  { name: 'too many tries', draw: notice({ kind: 'locked', left_ms: 95_000 }) },
  { name: 'shut: a manager opens it', draw: notice({ kind: 'shut' }) },
  { name: 'never signed in on this tablet', draw: notice({ kind: 'unable' }) },
  { name: 'a page that is not safe', draw: notice({ kind: 'insecure' }) },
]

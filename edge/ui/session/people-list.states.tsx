import type { Person } from '@flowviz/contract/identity'
import { PeopleList } from './people-list.tsx'

const NAMES = ['Olga Operator', 'María Fernanda González Hernández', 'Li Wei', 'Kofi Mensah', 'Anneliese Müller', 'Bo']
const person = (at: number): Person => ({
  id: `019ab0a2-5c00-7000-8000-0000000000${String(at).padStart(2, '0')}`,
  name: `person-${at}`,
  display_name: NAMES[at % NAMES.length]!,
  role: at % 5 === 1 ? 'MANAGER' : 'OPERATOR',
})
const people = Array.from({ length: 60 }, (_, at) => person(at))
const few = people.slice(0, 5)
const nothing = () => undefined

export const states = [
  {
    name: 'people: a small crew, one chosen',
    draw: () => <PeopleList people={few} recent={[]} chosen={few[1]!.id} choose={nothing} able={null} />,
  },
  {
    name: 'people: without the server',
    draw: () => (
      <PeopleList people={few} recent={[few[2]!.id]} chosen={null} choose={nothing} able={new Set([few[2]!.id])} />
    ),
  },
  {
    name: 'people: sixty, some of them lately',
    draw: () => (
      <PeopleList people={people} recent={[people[7]!.id, people[3]!.id]} chosen={null} choose={nothing} able={null} />
    ),
  },
]

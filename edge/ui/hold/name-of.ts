import type { Floor } from '../floor-state.ts'
import { say } from './words.ts'

/** Names people by their ids as this tablet knows them; FlowViz itself places holds too. */
export function namesOf(floor: Floor): (person_id: string) => string {
  const people = floor.shelf.people.value.value ?? []
  return id => {
    const found = people.find(person => person.id === id)
    if (found !== undefined) return found.display_name
    return id.length === 36 ? say('unknown_person') : say('by_system')
  }
}

import type { Role } from '@flowviz/contract/role'
import type { IconName } from '../frame/icon.tsx'

/** A task that stands as a tile at the start of a station. */
export interface Task {
  /** Its address, and its key in the words. */
  path: string
  word: TaskWord
  icon: IconName
  /** Beginnings of the stations that it belongs to; an empty list: it stands behind "All tasks" everywhere. */
  stations: readonly string[]
  roles: readonly Role[]
}
export type TaskWord =
  | 'receive'
  | 'board'
  | 'gates'
  | 'lots'
  | 'labels'
  | 'holds'
  | 'alarms'
  | 'temperatures'
  | 'devices'
  | 'check'
  | 'pin'
  | 'shift'
  | 'runs'
  | 'dispatch'

const FLOOR: readonly Role[] = ['ADMIN', 'MANAGER', 'OPERATOR']
const ALL: readonly Role[] = ['ADMIN', 'MANAGER', 'OPERATOR', 'AUDITOR', 'VIEWER']

/** All tasks, in the order in which goods go through a plant. */
export const TASKS: readonly Task[] = [
  { path: '/receive', word: 'receive', icon: 'receive', stations: ['receiv'], roles: FLOOR },
  {
    path: '/board',
    word: 'board',
    icon: 'board',
    stations: ['receiv', 'qc', 'cold', 'cook', 'kitchen', 'pack', 'dispatch', 'supervis'],
    roles: ALL,
  },
  { path: '/gates', word: 'gates', icon: 'gate', stations: ['receiv', 'qc', 'cook', 'kitchen', 'pack'], roles: FLOOR },
  { path: '/lots', word: 'lots', icon: 'lots', stations: ['receiv', 'qc', 'cold'], roles: ALL },
  {
    path: '/runs',
    word: 'runs',
    icon: 'run',
    stations: ['cook', 'kitchen', 'pack', 'supervis'],
    roles: ['ADMIN', 'MANAGER', 'OPERATOR', 'AUDITOR'],
  },
  { path: '/dispatch', word: 'dispatch', icon: 'dispatch', stations: ['dispatch', 'pack'], roles: FLOOR },
  {
    path: '/labels',
    word: 'labels',
    icon: 'label',
    stations: ['receiv', 'pack', 'cook', 'kitchen', 'dispatch'],
    roles: FLOOR,
  },
  {
    path: '/holds',
    word: 'holds',
    icon: 'hold',
    stations: ['receiv', 'qc', 'cold', 'cook', 'kitchen', 'pack', 'supervis'],
    roles: ALL,
  },
  { path: '/alarms', word: 'alarms', icon: 'alarm', stations: ['qc', 'cold', 'supervis'], roles: ALL },
  {
    path: '/temperatures',
    word: 'temperatures',
    icon: 'temperature',
    stations: ['qc', 'cold', 'cook', 'kitchen'],
    roles: ALL,
  },
  {
    path: '/shift',
    word: 'shift',
    icon: 'shift',
    stations: ['cook', 'kitchen', 'pack', 'supervis'],
    roles: ['ADMIN', 'MANAGER', 'AUDITOR', 'OPERATOR'],
  },
  { path: '/devices', word: 'devices', icon: 'device', stations: [], roles: ALL },
  { path: '/check', word: 'check', icon: 'check', stations: [], roles: ALL },
  { path: '/pin', word: 'pin', icon: 'pin', stations: [], roles: ALL },
]

/** The tasks of a station for a role: its own first, and what else the role may do. A station that no task names has all. */
export function tasksFor(station: string | null, role: Role): { own: Task[]; others: Task[] } {
  const allowed = TASKS.filter(task => task.roles.includes(role))
  const own = allowed.filter(task => task.stations.some(beginning => station?.toLowerCase().startsWith(beginning)))
  if (own.length === 0) return { own: allowed, others: [] }
  return { own, others: allowed.filter(task => !own.includes(task)) }
}

import type { Sqlite } from '../store/open.ts'

/** What an answer is made from: a connection that is inside one read transaction until the answer ends. */
export interface Sight {
  db: Sqlite
}

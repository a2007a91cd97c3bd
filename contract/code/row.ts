/** What every code says: HTTP status, what happened, and the next step for the person who reads it. */
export interface CodeRow {
  status: number
  title: string
  hint: string
}

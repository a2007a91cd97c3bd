/** Rows by table, each as text, in order: two buildings that know the same have the same. */
export type Tables = Record<string, string[]>

/** Rows as text whose keys stand in order, at every depth, and whose numbers are numbers. */
export const tableOf = (rows: readonly object[]): string[] => rows.map(row => JSON.stringify(settled(row))).sort()

function settled(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (Array.isArray(value)) return value.map(settled)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, settled(inner)]))
}

/** Rows that only one of two buildings has, a few of each table. */
export function difference(edge: Tables, cloud: Tables): Record<string, { edge: string[]; cloud: string[] }> {
  const found = Object.entries(edge).flatMap(([table, rows]) => {
    const there = cloud[table] ?? []
    const only = { edge: rows.filter(row => !there.includes(row)), cloud: there.filter(row => !rows.includes(row)) }
    const same = only.edge.length === 0 && only.cloud.length === 0 && rows.length === there.length
    return same ? [] : [[table, { edge: only.edge.slice(0, 3), cloud: only.cloud.slice(0, 3) }] as const]
  })
  return Object.fromEntries(found)
}

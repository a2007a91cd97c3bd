interface Page<T> {
  records: T[]
  next: string | null
}
type List<T> = (params: { limit: number; cursor?: string }) => Promise<Page<T>>

const PAGE = 200

/** Newest records of a paged list, at most so many: a tablet keeps what a shift works with. */
export async function pages<T>(list: List<T>, max = 1_000): Promise<T[]> {
  const found: T[] = []
  let cursor: string | null = null
  do {
    const page: Page<T> = await list({ limit: PAGE, ...(cursor === null ? {} : { cursor }) })
    found.push(...page.records)
    cursor = page.next
  } while (cursor !== null && found.length < max)
  return found
}

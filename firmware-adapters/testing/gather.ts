/** Everything that a source gives until it ends. */
export async function gather<T>(source: AsyncIterable<T>): Promise<T[]> {
  const given: T[] = []
  for await (const one of source) given.push(one)
  return given
}

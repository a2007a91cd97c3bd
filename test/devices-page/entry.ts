/** One way to read some devices: a section of the page, and the makers that lead to it. */
export interface Entry {
  title: string
  /** Models by their maker. */
  makers: Readonly<Record<string, string>>
  /** What the table of makers calls it. */
  name: string
  body: string
}

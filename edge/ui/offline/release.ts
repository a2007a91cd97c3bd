/** True when a release such as `0.9.2` is older than another; what is not a number counts as 0. */
export function isOlder(release: string, other: string): boolean {
  const [one, two] = [numbersOf(release), numbersOf(other)]
  for (let at = 0; at < 3; at++) if (one[at] !== two[at]) return one[at]! < two[at]!
  return false
}

const numbersOf = (release: string) => {
  const found = release.split(/[-+]/)[0]!.split('.')
  return [0, 1, 2].map(at => Number(found[at]) || 0)
}

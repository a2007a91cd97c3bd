const POINT = /^(?<indent> *)(?<not>not )?ok \d+/
const MACHINERY = /^ *(# .*)?$|^TAP version|^ *\d+\.\.\d/

/** Makes TAP readable while it streams: a line for each test, and everything about a failure. */
export function tapReader(): (line: string) => string | null {
  let failure = false
  let yaml = false
  return line => {
    const opens = /^ *---$/.test(line)
    if (yaml || opens) {
      yaml = opens || !/^ *\.\.\.$/.test(line)
      return failure ? line : null
    }
    const point = POINT.exec(line)?.groups
    if (point === undefined) return MACHINERY.test(line) ? null : line
    failure = point.not !== undefined
    return failure || point.indent!.length <= 4 ? line : null
  }
}

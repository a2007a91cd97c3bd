/** How one thing stands. `fail` stops the plant or loses data; `warn` will, if nobody acts. */
export type FindingState = 'ok' | 'warn' | 'fail'

/** One line of the doctor's report; the code is stable and listed in provisioning/README.md. */
export interface Finding {
  code: FindingCode
  state: FindingState
  /** What was found. */
  cause: string
  /** What to do about it; null when all is well. */
  next_step: string | null
}

export type FindingCode =
  | 'node_version'
  | 'memory'
  | 'disk_free'
  | 'data_dir'
  | 'appliance'
  | 'certificate'
  | 'sync'
  | 'broker'
  | 'litestream_sqlite'
  | 'replica_age'
  | 'devices_file'
  | 'serial_line'
  | 'clock'

export const ok = (code: FindingCode, cause: string): Finding => ({ code, state: 'ok', cause, next_step: null })
export const warn = (code: FindingCode, cause: string, next_step: string): Finding => ({
  code,
  state: 'warn',
  cause,
  next_step,
})
export const fail = (code: FindingCode, cause: string, next_step: string): Finding => ({
  code,
  state: 'fail',
  cause,
  next_step,
})

import { scaleDriver } from '../../scale/driver.ts'
import { riceLake as protocol } from './protocol.ts'

/** A Rice Lake indicator, or one that streams like Cardinal or Weigh-Tronix. */
export const riceLake = scaleDriver(protocol)

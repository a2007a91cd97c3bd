import { scaleDriver } from '../../scale/driver.ts'
import { sma as protocol } from './protocol.ts'

/** A scale that speaks SCP-0499. */
export const sma = scaleDriver(protocol)

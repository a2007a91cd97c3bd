import { scaleDriver } from '../../scale/driver.ts'
import { nci as protocol } from './protocol.ts'

/** A scale that speaks SCP-01. */
export const nci = scaleDriver(protocol)

import { scaleDriver } from '../../scale/driver.ts'
import { cas as protocol } from './protocol.ts'

/** A CAS indicator. */
export const cas = scaleDriver(protocol)

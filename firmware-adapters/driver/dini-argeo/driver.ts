import { scaleDriver } from '../../scale/driver.ts'
import { diniArgeo as protocol } from './protocol.ts'

/** A Dini Argeo indicator. */
export const diniArgeo = scaleDriver(protocol)

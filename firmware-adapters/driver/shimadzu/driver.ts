import { scaleDriver } from '../../scale/driver.ts'
import { shimadzu as protocol } from './protocol.ts'

/** A balance that speaks as those of Shimadzu do. */
export const shimadzu = scaleDriver(protocol)

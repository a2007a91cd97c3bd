import { scaleDriver } from '../../scale/driver.ts'
import { systec as protocol } from './protocol.ts'

/** A Systec IT indicator. */
export const systec = scaleDriver(protocol)

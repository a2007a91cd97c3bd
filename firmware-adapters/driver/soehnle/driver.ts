import { scaleDriver } from '../../scale/driver.ts'
import { soehnle as protocol } from './protocol.ts'

/** A Soehnle scale. */
export const soehnle = scaleDriver(protocol)

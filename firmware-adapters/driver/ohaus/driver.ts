import { scaleDriver } from '../../scale/driver.ts'
import { ohaus as protocol } from './protocol.ts'

/** A scale of Ohaus. */
export const ohaus = scaleDriver(protocol)

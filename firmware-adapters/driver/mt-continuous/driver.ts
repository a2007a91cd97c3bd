import { scaleDriver } from '../../scale/driver.ts'
import { mtContinuous as protocol } from './protocol.ts'

/** A scale that streams the Mettler Toledo continuous output. */
export const mtContinuous = scaleDriver(protocol)

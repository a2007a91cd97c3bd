import { scaleDriver } from '../../scale/driver.ts'
import { genericScale as protocol } from './protocol.ts'

/** A scale that is described by a pattern. */
export const genericScale = scaleDriver(protocol)

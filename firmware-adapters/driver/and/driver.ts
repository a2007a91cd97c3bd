import { scaleDriver } from '../../scale/driver.ts'
import { and as protocol } from './protocol.ts'

/** A scale that speaks the A&D standard format. */
export const and = scaleDriver(protocol)

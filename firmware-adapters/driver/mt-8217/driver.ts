import { scaleDriver } from '../../scale/driver.ts'
import { mt8217 as protocol } from './protocol.ts'

/** A scale that speaks 8217. */
export const mt8217 = scaleDriver(protocol)

import { scaleDriver } from '../../scale/driver.ts'
import { sartoriusSbi as protocol } from './protocol.ts'

/** A balance that speaks Sartorius SBI. */
export const sartoriusSbi = scaleDriver(protocol)

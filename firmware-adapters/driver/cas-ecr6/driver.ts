import { scaleDriver } from '../../scale/driver.ts'
import { casEcr6 as protocol } from './protocol.ts'

/** A CAS scale at a till, ECR type 6. */
export const casEcr6 = scaleDriver(protocol)

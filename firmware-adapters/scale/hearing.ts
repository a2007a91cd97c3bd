import type { Framer } from './protocol.ts'
import type { Said } from './said.ts'

/** How the devices of a driver are recognised by what they say, on a line where nobody is asked. Pure. */
export interface Hearing {
  /** Settings of devices.yaml by which their frames differ, each of them to be tried, the usual one first. */
  dialects: readonly object[]
  /** @param settings one of the dialects, with the defaults of the driver */
  framer(settings: object, noise: (bytes: number) => void): Framer
  /** How its frames look in the manual, as latin1 text; left out where no other protocol takes them. */
  typical?: RegExp
  decode(frame: Uint8Array, settings: object): Said
}

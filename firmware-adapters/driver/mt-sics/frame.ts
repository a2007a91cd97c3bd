import { LineFramer } from '../../protocol/line.ts'

/** MT-SICS: every command and reply ends CR LF; LF alone is not accepted. No checksum, no address. */
export function sicsFramer(noise: (bytes: number) => void): LineFramer {
  return new LineFramer({ length_max: 512, mask7: true, synced: false, noise })
}

/** The bytes of a command: upper-case ASCII, parameters separated by one space, CR LF. */
export function commandBytes(command: string): Uint8Array {
  return new TextEncoder().encode(`${command}\r\n`)
}

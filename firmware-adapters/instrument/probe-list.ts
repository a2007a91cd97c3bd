const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

export interface ReadOnlyProbe {
  name: string
  sent: Uint8Array
  /** Sent a moment later. */
  after?: Uint8Array
  /** Drivers whose devices answer it. */
  of: readonly string[]
  /** Settings of devices.yaml of a device that answers it. */
  settings?: object
}

/**
 * Questions that read, in the order in which a wrong guess does the least. The same letters clear a tare, print a label or
 * reset a scale of another maker: nothing is added here that is not harmless on all of them.
 */
export const PROBES: readonly ReadOnlyProbe[] = [
  { name: 'SI CR LF', sent: bytes('SI\r\n'), of: ['mt-sics'] },
  { name: 'LF W CR', sent: bytes('\nW\r'), of: ['sma', 'nci'] },
  // Alone for the 8217. The CR behind it ends the line for everybody else, and what a CAS PD-II begins to stream.
  { name: 'W, later CR', sent: bytes('W'), after: bytes('\r'), of: ['mt-8217', 'nci'] },
  { name: 'Q CR LF', sent: bytes('Q\r\n'), of: ['and'] },
  { name: 'RW CR LF', sent: bytes('RW\r\n'), of: ['and'], settings: { family: 'indicator' } },
  { name: 'ESC P CR LF', sent: bytes('\x1bP\r\n'), of: ['sartorius-sbi'] },
  { name: 'IP CR LF', sent: bytes('IP\r\n'), of: ['ohaus'] },
  { name: 'READ CR LF', sent: bytes('READ\r\n'), of: ['dini-argeo'] },
]

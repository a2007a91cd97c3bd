import type { Channel, SerialLine } from '@flowviz/contract/device'

/** What a technician has to know to put a device in use. `docs/devices.md` is made of it. */
export interface About {
  /** What it speaks, in a line. */
  title: string
  /** Whose devices speak it, and which ones, by the name of the maker. */
  makers: Readonly<Record<string, string>>
  /** How the line of such a device is usually set; its own menu decides. Left out: it has none, or none is usual. */
  line?: Readonly<Pick<SerialLine, 'baud' | 'format'>>
  /** The usual TCP port; left out: none is usual. */
  port?: number
  /** What to set on the device and what to look at, a sentence each. */
  bench: readonly string[]
  /** bronze: decodes recorded frames; silver: passes the suite and reconnects; gold: a day on the real device. */
  grade: 'bronze' | 'silver' | 'gold'
  /** What is peculiar to such a device in devices.yaml. */
  example?: Readonly<{ channels?: readonly Channel[]; settings?: object; topic?: string }>
}

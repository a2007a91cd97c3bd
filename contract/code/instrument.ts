import type { CodeRow } from './row.ts'

/** Refusals of the instruments with which a technician looks at a device. */
export const INSTRUMENT = {
  idle_unsaid: {
    status: 409,
    title: 'Nobody has said that the device is idle.',
    hint: 'Take everything off it, tell the operators, and say so with --idle.',
  },
  capture_invalid: {
    status: 422,
    title: 'The file is not a capture that can be replayed.',
    hint: 'Give a file that `flowviz device capture` has written; the detail names the line.',
  },
  device_unreplayable: {
    status: 422,
    title: 'What this device says is not on a line that can be captured.',
    hint: 'A sensor over MQTT is seen in the log of the gateway and in the quarantine of the appliance.',
  },
} as const satisfies Record<string, CodeRow>

import type { CodeRow } from './row.ts'

/** Refusals at the device door and of the configuration. */
export const DEVICE = {
  device_unknown: {
    status: 403,
    title: 'This identity is not a device or gateway of this site.',
    hint: 'Provision the identity first.',
  },
  topic_forbidden: {
    status: 403,
    title: 'This identity may not use that topic.',
    hint: 'A device publishes only below its own topics.',
  },
  packet_too_large: { status: 413, title: 'The MQTT packet is larger than 64 KiB.', hint: 'Send smaller messages.' },
  payload_undecodable: {
    status: 422,
    title: 'The payload is not one that the device is configured to send.',
    hint: 'The bytes are kept in quarantine; compare them with the device configuration.',
  },
  config_invalid: {
    status: 400,
    title: 'The configuration is not valid; the last good one stays in use.',
    hint: 'Correct the fields named in the detail.',
  },
  port_taken: {
    status: 500,
    title: 'The port is in use by another program.',
    hint: 'Stop that program or choose another port in the configuration.',
  },
  port_missing: {
    status: 503,
    title: 'The serial line is not there.',
    hint: 'Check that the adapter is plugged in; it is used again as soon as it appears.',
  },
  port_denied: {
    status: 500,
    title: 'This program may not use the serial line.',
    hint: 'Give the service user the group of the device file (dialout on Debian).',
  },
  comm_timeout: {
    status: 504,
    title: 'The device does not answer.',
    hint: 'Check its power, the cable (on RS-485 also A and B), the line settings and the address.',
  },
  comm_lost: {
    status: 502,
    title: 'The connection to the device broke.',
    hint: 'Check the cable, the address, and whether another system holds the connection.',
  },
} as const satisfies Record<string, CodeRow>

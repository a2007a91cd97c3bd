import type { CodeRow } from './row.ts'

/** Refusals of the secure origin: the plain port, and a certificate that cannot be served. */
export const TLS = {
  tls_required: {
    status: 426,
    title: 'This port only explains how to get to the secure address.',
    hint: 'Send the request to the https address of the appliance.',
  },
  certificate_unfit: {
    status: 500,
    title: 'The certificate and its key cannot be served.',
    hint: 'Put a PEM chain and its own unencrypted PEM key in place, then run `systemctl reload flowviz-edge`.',
  },
} as const satisfies Record<string, CodeRow>

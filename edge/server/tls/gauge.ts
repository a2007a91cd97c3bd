import { Gauge, type Registry } from 'prom-client'
import type { Certificate } from './certificate.ts'

/** Tells Prometheus when the certificate of the floor's address ends. */
export function addCertificateGauge(registry: Registry, current: () => Certificate): void {
  new Gauge({
    name: 'flowviz_tls_certificate_expiry_timestamp_seconds',
    help: 'When the certificate that is served ends.',
    registers: [registry],
    collect() {
      this.set(current().ends_at_ms / 1_000)
    },
  })
}

import type { CapturedWeight } from '../command.ts'

/** A stable weight as a scale over MT-SICS said it. */
export const CAPTURED: CapturedWeight = {
  method: 'captured',
  scale_id: 'scale-1',
  reading_seq: 7,
  measured_at: '2026-11-23T05:00:00.000Z',
  received_at: '2026-11-23T05:00:00.010Z',
  measurement: {
    channel: 'weight',
    value: '100.50',
    unit: 'kg',
    quality: 'good',
    reason: 'ok_stable',
    weight: { stable: true, basis: 'net' },
    raw: '532053202020203130302e3530206b670d0a',
  },
}

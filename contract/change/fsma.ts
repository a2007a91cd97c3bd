import type { EventData } from '../event.ts'
import type { Change, Told } from './change.ts'

const planId = (version: number) => `v${version}`

/** Requests of the FDA and what was delivered, corrections of key data elements, traceability plans. */
export const FSMA_CHANGES = {
  'fsma.requested': ({ data, actor, recorded_at, reason }: Told<EventData<'fsma.requested'>>): Change[] => [
    {
      to: 'record',
      of: 'trace_request',
      id: data.request_id,
      state: 'REQUESTED',
      set: { ...data, reason: reason ?? null, requested_at: recorded_at, requested_by: actor.id },
    },
  ],
  'fsma.delivered': ({ data, recorded_at }: Told<EventData<'fsma.delivered'>>): Change[] => [
    {
      to: 'record',
      of: 'trace_request',
      id: data.request_id,
      state: 'DELIVERED',
      set: { ...data, delivered_at: recorded_at },
    },
  ],
  'fsma.failed': ({ data, recorded_at }: Told<EventData<'fsma.failed'>>): Change[] => [
    {
      to: 'record',
      of: 'trace_request',
      id: data.request_id,
      state: 'FAILED',
      set: { cause: data.cause, failed_at: recorded_at },
    },
  ],
  'kde.corrected': ({ data, actor, recorded_at, reason }: Told<EventData<'kde.corrected'>>): Change[] => [
    {
      to: 'record',
      of: 'kde_correction',
      id: data.correction_id,
      parent: data.of,
      set: { ...data, reason: reason ?? null, corrected_at: recorded_at, corrected_by: actor.id },
    },
  ],
  'trace_plan.issued': ({ data, actor, recorded_at }: Told<EventData<'trace_plan.issued'>>): Change[] => [
    ...(data.version === 1
      ? []
      : [
          {
            to: 'record' as const,
            of: 'trace_plan' as const,
            id: planId(data.version - 1),
            state: 'SUPERSEDED',
            set: { superseded_at: recorded_at, kept_until: data.previous_kept_until },
          },
        ]),
    {
      to: 'record',
      of: 'trace_plan',
      id: planId(data.version),
      state: 'CURRENT',
      at: data.version,
      set: {
        version: data.version,
        plan: data.plan,
        setup: data.setup,
        issued_at: recorded_at,
        issued_by: actor.id,
        superseded_at: null,
        kept_until: null,
      },
    },
  ],
}

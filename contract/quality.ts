import Type from 'typebox'

/** Reasons by class, as OPC quality does it: what a reading may be used for is its class, why is its reason. */
export const REASONS = {
  good: ['ok', 'ok_stable', 'ok_manual_confirmed'],
  uncertain: [
    'unstable',
    'retained',
    'historical',
    'clock_suspect',
    'calibration_overdue',
    'high_res',
    'bus_resync',
    'range_warning',
    'rate_of_change',
    'unverified_profile',
  ],
  bad: [
    'comm_timeout',
    'comm_lost',
    'crc_error',
    'device_exception',
    'sensor_fault',
    'overload',
    'underload',
    'zero_error',
    'not_zeroed',
    'busy',
    'config_error',
    'no_value',
    'out_of_physical_range',
    'unit_mismatch',
  ],
} as const

export type Quality = keyof typeof REASONS
export const Quality = Type.Enum(['good', 'uncertain', 'bad'] as Quality[], { $id: 'Quality' })

export type Reason = (typeof REASONS)[Quality][number]
export const Reason = Type.Enum([...REASONS.good, ...REASONS.uncertain, ...REASONS.bad] as Reason[], { $id: 'Reason' })

export type BadReason = (typeof REASONS.bad)[number]

const CLASS_OF = new Map<string, Quality>(
  Object.entries(REASONS).flatMap(([quality, reasons]) => reasons.map(reason => [reason, quality as Quality] as const)),
)

/** The class of a reason: the reason decides, so the two can never disagree. */
export function qualityOf(reason: Reason): Quality {
  return CLASS_OF.get(reason) ?? 'bad'
}

/** Why what is said contradicts itself; null when it agrees. A bad one has no value, any other has one. */
export function contradiction(said: {
  quality: Quality
  reason: Reason
  value: string | null
  weight?: { stable: boolean | null }
}): string | null {
  const { quality, reason, value, weight } = said
  if (quality !== qualityOf(reason)) return `${reason} is not ${quality}`
  if (reason === 'ok_stable' && weight?.stable === false) return 'ok_stable is not unstable'
  if ((quality === 'bad') === (value === null)) return null
  return value === null ? 'a value is missing without a reason' : 'a bad reading has a value'
}

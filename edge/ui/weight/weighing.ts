/** The fields of a command that weighs: by a scale that the appliance reads itself, or by hand with a reason. */
export type Weighing = { scale_id: string } | { weight_kg: string; manual_reason: string }

/**
 * A command as it would be with a weight by hand in place of the scale's: the scale goes, the weight goes where the
 * command has it. Pure; null for a command that asks for no scale.
 */
export function byHand(
  body: Readonly<Record<string, unknown>>,
  hand: { weight_kg: string; manual_reason: string },
): Record<string, unknown> | null {
  const { scale_id, ...left } = body
  if (typeof scale_id !== 'string') return null
  // A receipt weighs its only line.
  if (!Array.isArray(left.lines)) return { ...left, ...hand }
  return { ...left, lines: left.lines.map(line => ({ ...(line as object), ...hand })) }
}

/** Kilograms of what the display showed; null for a scale that shows another unit, which only the appliance converts. */
export const shownKg = (value: string, unit: string): string | null =>
  unit === 'kg' && /^\d+(\.\d+)?$/.test(value) && Number(value) > 0 ? value : null

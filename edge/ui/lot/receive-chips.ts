import type { ShownChip } from './chip-row.tsx'
import { type Chip, isFilled, type Named, type ReceiveDraft } from './receive-draft.ts'
import { say } from './words.ts'

/** The chips of a draft in words. `live` is what the scale shows now, with its unit; null while it shows nothing. */
export function shownChips(
  chips: readonly Chip[],
  draft: ReceiveDraft,
  of: Named & { live: string | null },
): ShownChip[] {
  return chips.map(chip => {
    const text = textOf(chip, draft, of)
    if (chip === 'weight') {
      const tone = draft.hand !== null ? 'warn' : of.live === null ? 'pending' : null
      return { chip, text, empty: say('chip_scale'), tone }
    }
    const isOptional = chip === 'place' || (chip === 'lot' && of.item?.ftl_category === undefined)
    return {
      chip,
      text,
      empty: say(isOptional ? 'chip_optional' : 'chip_empty'),
      tone: isFilled(chip, draft, of) ? 'ok' : isOptional ? null : 'pending',
    }
  })
}

function textOf(
  chip: Chip,
  draft: ReceiveDraft,
  { item, supplier, live }: Named & { live: string | null },
): string | null {
  switch (chip) {
    case 'product':
      return item?.title ?? null
    case 'supplier':
      return supplier?.title ?? null
    case 'lot':
      return joined([draft.supplier_lot, draft.expires_on ?? draft.best_before ?? draft.produced_on])
    case 'weight':
      return draft.hand === null ? live : say('chip_hand', { kg: draft.hand.weight_kg })
    case 'place':
      return joined([draft.temperature_c === '' ? '' : `${draft.temperature_c} °C`, draft.location_id])
    case 'document':
      return draft.document?.number ?? null
  }
}

const joined = (parts: readonly (string | null)[]) => parts.filter(Boolean).join(' · ') || null

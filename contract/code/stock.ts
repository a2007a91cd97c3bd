import type { CodeRow } from './row.ts'

/** Refusals of stock, handling units, receipts and shipments. */
export const STOCK = {
  place_ambiguous: {
    status: 422,
    title: 'The stock stands in several places, and it was not said which is meant.',
    hint: 'Send the place; `places` of the answer names them.',
  },
  lots_unlike: {
    status: 409,
    title: 'These lots cannot become one lot.',
    hint: 'Merge only lots of one item, one type and one version of one QC plan.',
  },
  sscc_invalid: {
    status: 422,
    title: 'This is not an SSCC.',
    hint: 'Scan it again: 18 digits, the last one a check digit.',
  },
  sscc_taken: {
    status: 409,
    title: 'Another handling unit has this SSCC.',
    hint: 'Check the label: an SSCC is never used twice.',
  },
  sscc_block_missing: {
    status: 409,
    title: 'The site has no block of SSCC serials.',
    hint: 'Set `sscc_block` in the settings of the site, or send the SSCC of a printed label.',
  },
  sscc_block_used_up: {
    status: 409,
    title: 'Every serial of the block of SSCCs is given.',
    hint: 'Set the next block in the settings of the site.',
  },
  sscc_block_invalid: {
    status: 422,
    title: 'No SSCC can carry this block of serials.',
    hint: 'Company prefix and serial have 16 digits together; the last serial is not before the first.',
  },
  supplier_unapproved: {
    status: 409,
    title: 'Goods of this business are not received: it is no approved supplier.',
    hint: 'Leave the goods at the dock; a manager approves the supplier, or they go back.',
  },
  party_unfit: {
    status: 409,
    title: 'This business is not what it has to be here.',
    hint: 'Choose an active customer for a shipment, an active carrier for a transport.',
  },
  kde_missing: {
    status: 422,
    title: 'A key data element of 21 CFR 1 subpart S is missing.',
    hint: 'Complete what `missing` names; each entry says its paragraph.',
  },
  shipment_blocked: {
    status: 409,
    title: 'Something in the shipment may not leave.',
    hint: 'Read `in_the_way`: it names every lot and why; nothing has left.',
  },
} as const satisfies Record<string, CodeRow>

import type { Item } from '@flowviz/contract/plant/item'
import type { Party } from '@flowviz/contract/plant/party'
import { ChipRow } from './chip-row.tsx'
import { ChoosePanel } from './choose-panel.tsx'
import { DocumentPanel } from './document-panel.tsx'
import { LotPanel } from './lot-panel.tsx'
import { PlacePanel } from './place-panel.tsx'
import { shownChips } from './receive-chips.ts'
import { chipsOf, EMPTY_DRAFT, type ReceiveDraft } from './receive-draft.ts'

const HERBS: Item = {
  item_id: 'coriander',
  title: 'Fresh coriander, washed and cut',
  lot_type: 'RAW',
  ftl_category: 'HERBS_FRESH',
}
const RICE: Item = { item_id: 'rice', title: 'Basmati rice', lot_type: 'RAW' }
const GRAIN: Party = { party_id: 'golden-grain', title: 'Golden Grain', kinds: ['supplier'], approved: true }
const nothing = () => undefined
const FULL: ReceiveDraft = {
  ...EMPTY_DRAFT,
  item_id: 'rice',
  supplier_id: 'golden-grain',
  supplier_lot: 'GG-0099',
  best_before: '2027-03-01',
  temperature_c: '3.5',
}

const chips = (draft: ReceiveDraft, item: Item | null, live: string | null) => () => {
  const named = { item, supplier: draft.supplier_id === null ? null : GRAIN }
  const shown = shownChips(chipsOf(draft, named), draft, { ...named, live })
  return <ChipRow chips={shown} open="product" choose={nothing} />
}
const tiles = [
  { id: 'a', title: 'Golden Grain', note: 'Hamburg' },
  { id: 'b', title: 'Green Field Vegetables of the Northern Marsh', note: 'Stade' },
  { id: 'c', title: 'Spice Harbour', note: null, barred: 'not approved' },
]
const panel = { edit: nothing, done: nothing }

/** A receipt: its chips from empty to full, and the panel of each. */
export const states = [
  { name: 'nothing yet', draw: chips(EMPTY_DRAFT, null, null) },
  { name: 'filled by a scan, weight live', draw: chips(FULL, RICE, '12.500 kg') },
  { name: 'listed food asks for its paper', draw: chips({ ...FULL, item_id: 'coriander' }, HERBS, '0.000 kg') },
  {
    name: 'weight by hand',
    draw: chips({ ...FULL, hand: { weight_kg: '7.5', reason: 'Scale out of service' } }, RICE, null),
  },
  {
    name: 'suppliers, one of them barred',
    draw: () => <ChoosePanel title="Supplier" all={tiles} recent={tiles} chosen="a" choose={nothing} />,
  },
  {
    name: 'nothing set up',
    draw: () => <ChoosePanel title="Supplier" all={[]} recent={[]} chosen={null} choose={nothing} />,
  },
  {
    name: 'nothing heard yet',
    draw: () => <ChoosePanel title="Supplier" all={null} recent={[]} chosen={null} choose={nothing} />,
  },
  { name: 'lot and dates', draw: () => <LotPanel draft={FULL} today="2026-11-26" {...panel} /> },
  { name: 'paper', draw: () => <DocumentPanel draft={FULL} {...panel} /> },
  {
    name: 'temperature and place',
    draw: () => (
      <PlacePanel
        draft={FULL}
        locations={[
          { location_id: 'cold-room', title: 'Cold room', kind: 'storage' },
          { location_id: 'dry-store', title: 'Dry store', kind: 'storage' },
        ]}
        {...panel}
      />
    ),
  },
] as const

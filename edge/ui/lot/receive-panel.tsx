import { dayText } from '@flowviz/contract/screen/format'
import { useFloor } from '../frame/floor-context.ts'
import { WeighPanel } from '../weight/weigh-panel.tsx'
import { lotTypeWord } from '../word/lot-type.ts'
import { ChoosePanel, type Tile } from './choose-panel.tsx'
import { DocumentPanel } from './document-panel.tsx'
import { LotPanel } from './lot-panel.tsx'
import { PlacePanel } from './place-panel.tsx'
import type { ReceiveState } from './receive-state.ts'
import { recentIds } from './recent.ts'
import { say } from './words.ts'

/** The panel of the chip that is open. */
export function ReceivePanel({ receive }: { receive: ReceiveState }) {
  const floor = useFloor()
  const draft = receive.draft.value
  const open = receive.open.value
  const done = () => {
    receive.open.value = 'weight'
  }
  const { edit, enter } = receive
  switch (open) {
    case 'product':
      return <ProductPanel receive={receive} />
    case 'supplier':
      return <SupplierPanel receive={receive} />
    case 'lot':
      return <LotPanel draft={draft} today={dayText(floor.clock.now.value)} edit={enter} done={done} />
    case 'document':
      return <DocumentPanel draft={draft} edit={enter} done={done} />
    case 'place': {
      const locations = (floor.shelf.locations.value.value ?? []).filter(
        ({ active, kind, location_id }) => active !== false && ARRIVES.has(kind) && location_id !== RECEIVING,
      )
      return <PlacePanel draft={draft} locations={locations} edit={enter} done={done} />
    }
    default: {
      const target = { min_kg: null, target_kg: draft.label_kg, max_kg: null }
      return <WeighPanel value={draft} change={edit} range={target} label_kg={draft.label_kg} />
    }
  }
}

/** Where goods stand when nobody says where. */
const RECEIVING = 'receiving'
/** Kinds of places that goods are put away to. */
const ARRIVES: ReadonlySet<string> = new Set(['dock', 'storage', 'quarantine'])

function ProductPanel({ receive }: { receive: ReceiveState }) {
  const { shelf, station } = useFloor()
  const items = shelf.items.value.value?.filter(({ active }) => active !== false) ?? null
  const all =
    items?.map(({ item_id, title, lot_type }): Tile => ({ id: item_id, title, note: lotTypeWord(lot_type) })) ?? null
  return (
    <ChoosePanel
      title={say('product')}
      all={all}
      recent={recentTiles(
        all,
        recentIds(shelf.lots.value.value ?? [], lot => lot.item_id, station.value),
      )}
      chosen={receive.draft.value.item_id}
      choose={item_id => receive.edit({ item_id })}
    />
  )
}

function SupplierPanel({ receive }: { receive: ReceiveState }) {
  const { shelf, station } = useFloor()
  const parties =
    shelf.parties.value.value?.filter(({ active, kinds }) => active !== false && kinds.includes('supplier')) ?? null
  const all =
    parties?.map(
      ({ party_id, title, city, approved }): Tile => ({
        id: party_id,
        title,
        note: city ?? null,
        barred: approved === true ? null : say('unapproved'),
      }),
    ) ?? null
  return (
    <ChoosePanel
      title={say('supplier')}
      all={all}
      recent={recentTiles(
        all,
        recentIds(shelf.lots.value.value ?? [], lot => lot.supplier_id, station.value),
      )}
      chosen={receive.draft.value.supplier_id}
      choose={supplier_id => receive.edit({ supplier_id })}
    />
  )
}

function recentTiles(all: readonly Tile[] | null, ids: readonly string[]): Tile[] {
  return ids.flatMap(id => all?.find(tile => tile.id === id) ?? [])
}

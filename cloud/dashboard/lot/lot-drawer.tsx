import type { HqLot } from '@flowviz/contract/hq'
import { decimalText, whenText } from '@flowviz/contract/screen/format'
import type { Trouble } from '@flowviz/contract/screen/trouble'
import { useEffect, useState } from 'preact/hooks'
import type { Dashboard } from '../dashboard-state.ts'
import { Fact } from '../part/fact.tsx'
import { LotEvidence } from './lot-evidence.tsx'

interface LotDrawerProps {
  dashboard: Dashboard
  lotId: string
  /** Address without the drawer. */
  close: string
}

/** Everything that is known of one lot, beside the list. */
export function LotDrawer({ dashboard, lotId, close }: LotDrawerProps) {
  const { lots, lotById, sites, now } = dashboard
  const listed = lots.lots.value.find(lot => lot.lot_id === lotId)
  const [fetched, setFetched] = useState<HqLot | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const missing = listed === undefined
  useEffect(() => {
    if (!missing) return
    void lotById(lotId).then(answer => (answer.ok ? setFetched(answer.value) : setTrouble(answer.trouble)))
  }, [missing, lotId, lotById])
  const lot = listed ?? fetched
  return (
    <aside class="drawer panel" aria-label="Lot">
      <header>
        <h2>{lot?.lot_code ?? 'Lot'}</h2>
        <a class="button" href={close}>
          Close
        </a>
      </header>
      {lot === null && trouble === null && <p class="quiet">Loading the lot…</p>}
      {lot === null && trouble !== null && (
        <div class="notice" data-tone="alarm" role="alert">
          <b>{trouble.title}</b>
          <span class="next">{trouble.hint}</span>
        </div>
      )}
      {lot !== null && <LotFacts lot={lot} siteName={sites.nameOf(lot.site)} now={now.value} />}
    </aside>
  )
}

interface LotFactsProps {
  lot: HqLot
  siteName: string
  now: number
}

function LotFacts({ lot, siteName, now }: LotFactsProps) {
  return (
    <>
      <p class="weight">
        <b>{decimalText(lot.weight_kg)}</b> kg
      </p>
      <dl class="facts">
        <Fact name="Site">{siteName}</Fact>
        <Fact name="Type">{lot.lot_type}</Fact>
        <Fact name="Product">{lot.product ?? '—'}</Fact>
        <Fact name="Supplier">{[lot.supplier, lot.supplier_lot_code].filter(Boolean).join(' · ') || '—'}</Fact>
        <Fact name="Temperature">{lot.temperature_c === null ? '—' : `${decimalText(lot.temperature_c)} °C`}</Fact>
        <Fact name="Registered">{whenText(lot.registered_at, now)}</Fact>
        {lot.notes !== null && <Fact name="Notes">{lot.notes}</Fact>}
      </dl>
      <LotEvidence weight={lot.weight} />
      <h3>Ledger</h3>
      <dl class="facts">
        <Fact name="Entry">
          number {lot.seq} of epoch {lot.epoch}
        </Fact>
        <Fact name="Hash">
          <code>{lot.hash}</code>
        </Fact>
        <Fact name="Event">
          <code>{lot.event_id}</code>
        </Fact>
        <Fact name="Registered by">
          {lot.registered_by.role?.toLowerCase() ?? lot.registered_by.kind}
          {lot.registered_by.station !== null && ` at ${lot.registered_by.station}`}, by {lot.registered_by.auth}
          <br />
          <code>{lot.registered_by.id}</code>
        </Fact>
        <Fact name="Reached HQ">{whenText(lot.received_at, now)}</Fact>
      </dl>
    </>
  )
}

import type { HqLot } from '@flowviz/contract/hq'
import { countText, decimalText, sumText, whenText } from '@flowviz/contract/screen/format'
import type { Trouble } from '@flowviz/contract/screen/trouble'
import { useEffect, useState } from 'preact/hooks'
import type { Dashboard } from '../dashboard-state.ts'
import { Fact } from '../part/fact.tsx'
import { Marked } from '../part/marked.tsx'
import { TroubleNotice } from '../part/trouble-notice.tsx'
import { LotEvidence } from './lot-evidence.tsx'
import { LotGates } from './lot-gates.tsx'
import { LotLinks } from './lot-links.tsx'
import { lotMark } from './lot-mark.ts'

interface LotDrawerProps {
  dashboard: Dashboard
  lotId: string
  /** Address without the drawer. */
  close: string
  /** Address with another lot in the drawer. */
  link: (lotId: string) => string
}

/** Everything that is known of one lot, beside the list. */
export function LotDrawer({ dashboard, lotId, close, link }: LotDrawerProps) {
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
      {lot !== null && <LotDetails dashboard={dashboard} lot={lot} link={link} />}
      {lot !== null && <LotLedger lot={lot} now={now.value} />}
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
      <p class="standing">
        <Marked mark={lotMark(lot.status)} />
        {lot.status === 'HOLD' &&
          ` ${countText(lot.open_holds, 'open hold')}; below it ${lotMark(lot.base_status).word}`}
      </p>
      <dl class="facts">
        <Fact name="Site">{siteName}</Fact>
        <Fact name="Type">{lot.lot_type}</Fact>
        <Fact name="Product">{lot.product ?? '—'}</Fact>
        <Fact name="Supplier">{[lot.supplier, lot.supplier_lot_code].filter(Boolean).join(' · ') || '—'}</Fact>
        <Fact name="On hand">
          {sumText(lot.on_hand_kg)} kg{lot.on_hand_count !== null && `, ${countText(lot.on_hand_count, 'piece')}`}
          {lot.location_ids.length > 0 && ` in ${lot.location_ids.join(', ')}`}
        </Fact>
        <Fact name="Gates">{lot.gate_passed === 0 ? 'none passed yet' : `passed up to ${lot.gate_passed}`}</Fact>
        {lot.expires_on !== null && <Fact name="Expires">{lot.expires_on}</Fact>}
        <Fact name="Temperature">{lot.temperature_c === null ? '—' : `${decimalText(lot.temperature_c)} °C`}</Fact>
        <Fact name="Registered">{whenText(lot.registered_at, now)}</Fact>
        {lot.notes !== null && <Fact name="Notes">{lot.notes}</Fact>}
      </dl>
      <LotEvidence weight={lot.weight} />
    </>
  )
}

interface LotDetailsProps {
  dashboard: Dashboard
  lot: HqLot
  link: (lotId: string) => string
}

/** What was decided on a lot, and its place among others; asked anew when the lot is not what it was. */
function LotDetails({ dashboard, lot, link }: LotDetailsProps) {
  const { details, now } = dashboard
  const { site, lot_id, status, gate_passed, open_holds, on_hand_mg } = lot
  useEffect(() => {
    void details.load(site, lot_id)
  }, [details, site, lot_id, status, gate_passed, open_holds, on_hand_mg])
  const gates = details.gates.value
  const links = details.links.value
  const trouble = details.trouble.value
  return (
    <>
      {trouble !== null && <TroubleNotice trouble={trouble} retry={() => void details.load(site, lot_id)} />}
      {gates !== null && <LotGates gates={gates} now={now.value} />}
      {links !== null && <LotLinks links={links} link={link} />}
    </>
  )
}

function LotLedger({ lot, now }: { lot: HqLot; now: number }) {
  return (
    <>
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

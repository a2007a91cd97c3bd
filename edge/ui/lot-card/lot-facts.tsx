import type { Lot } from '@flowviz/contract/lot'
import type { QcGate } from '@flowviz/contract/plant/qc-plan'
import { ageText, dayText, decimalText, sumText, whenText } from '@flowviz/contract/screen/format'
import type { ComponentChildren } from 'preact'
import type { PendingLot } from '../lot/pending-lots.ts'
import { say as sayLot } from '../lot/words.ts'
import { allergenWord } from './allergen-word.ts'
import { say } from './words.ts'

/** Names of what a lot names by an id. */
export interface LotNames {
  person: (id: string) => string
  place: (id: string) => string
  scale: (id: string) => string
  party: (id: string) => string | null
}

export interface LotFactsProps {
  lot: Lot
  gate: QcGate | 'passed' | 'unknown'
  now: number
  names: LotNames
}

/** What is known of a lot, by name and value. */
export function LotFacts({ lot, gate, now, names }: LotFactsProps) {
  const { allergens, temperature_c, notes, count } = lot
  return (
    <dl class="facts-list">
      <Fact name={say('left')}>
        {say('left_of', { left: sumText(lot.on_hand_kg), all: decimalText(lot.weight_kg) })}
      </Fact>
      <Fact name={say('where')}>{whereOf(lot, now, names)}</Fact>
      <Fact name={say('expires')}>
        <LastDay lot={lot} today={dayText(now)} />
      </Fact>
      <Fact name={say('gate')}>{gateText(gate)}</Fact>
      <Fact name={say('weight')}>
        <Weighed lot={lot} names={names} />
      </Fact>
      <Fact name={say('supplier')}>{supplierOf(lot, names)}</Fact>
      <Fact name={say('registered')}>
        {say('registered_by', { when: whenText(lot.registered_at, now), name: registrarOf(lot, names) })}
      </Fact>
      {count !== null && <Fact name={say('count')}>{count}</Fact>}
      {temperature_c !== null && <Fact name={say('temperature')}>{decimalText(temperature_c)} °C</Fact>}
      {allergens.length > 0 && <Fact name={say('allergens')}>{allergens.map(allergenWord).join(', ')}</Fact>}
      {notes !== null && notes !== '' && <Fact name={say('notes')}>{notes}</Fact>}
    </dl>
  )
}

/** What a tablet knows of a lot that the appliance has not confirmed. */
export function PendingFacts({ lot, now, names }: { lot: PendingLot } & Pick<LotFactsProps, 'now' | 'names'>) {
  return (
    <>
      <p class="notice">{say('pending_facts')}</p>
      <dl class="facts-list">
        <Fact name={say('left')}>
          {lot.weight_kg === null ? sayLot('weight_follows') : `${decimalText(lot.weight_kg)} kg`}
        </Fact>
        {lot.by_hand && <Fact name={say('weight')}>{sayLot('by_hand')}</Fact>}
        {lot.supplier_id !== null && (
          <Fact name={say('supplier')}>{names.party(lot.supplier_id) ?? lot.supplier_id}</Fact>
        )}
        <Fact name={say('registered')}>
          {say('registered_by', { when: whenText(lot.registered_at, now), name: names.person(lot.person_id) })}
        </Fact>
      </dl>
    </>
  )
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

function whereOf({ stock }: Lot, now: number, names: LotNames): string {
  if (stock.length === 0) return say('nowhere')
  return stock
    .map(({ location_id, hu_id, weight_mg, since }) => {
      const place = hu_id === null ? names.place(location_id) : `${names.place(location_id)}, ${say('on_pallet')}`
      return say('at', { place, kg: kgOfMg(weight_mg), age: ageText(now - Date.parse(since)) })
    })
    .join(' / ')
}

/** Milligrams as kilograms, without zeros that no scale showed. */
export const kgOfMg = (mg: number): string => sumText((mg / 1_000_000).toFixed(6))

function LastDay({ lot: { expires_on, best_before }, today }: { lot: Lot; today: string }) {
  if (expires_on !== null && expires_on <= today)
    return (
      <span class="mark" data-tone={expires_on < today ? 'alarm' : 'warn'}>
        {`${expires_on} ${say(expires_on < today ? 'expired' : 'last_day')}`}
      </span>
    )
  const texts = [expires_on, best_before === null ? null : say('best_before', { day: best_before })]
  return <>{texts.filter(text => text !== null).join(' · ') || say('no_date')}</>
}

function gateText(gate: LotFactsProps['gate']): string {
  if (gate === 'passed') return say('gate_passed')
  if (gate === 'unknown') return say('gate_unknown')
  return say('gate_at', { n: gate.gate_no, title: gate.title })
}

function Weighed({ lot: { weight }, names }: { lot: Lot; names: LotNames }) {
  if (weight.method === 'captured') return <>{sayLot('from_scale', { scale: names.scale(weight.scale_id) })}</>
  if (weight.method === 'derived') return <>{sayLot('derived')}</>
  const { manual_reason: reason } = weight
  return (
    <span class="mark" data-tone="warn">
      {reason === null ? sayLot('by_hand') : sayLot('by_hand_why', { reason })}
    </span>
  )
}

function supplierOf({ supplier, supplier_id, supplier_lot_code: lot }: Lot, names: LotNames): string {
  const name = supplier ?? (supplier_id === null ? null : (names.party(supplier_id) ?? supplier_id))
  if (name === null) return lot ?? '—'
  return lot === null ? name : say('supplier_lot', { supplier: name, lot })
}

const registrarOf = ({ registered_by: { kind, id } }: Lot, names: LotNames): string =>
  kind === 'person' ? names.person(id) : id

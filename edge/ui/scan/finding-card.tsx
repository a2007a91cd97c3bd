import type { HandlingUnit } from '@flowviz/contract/logistics-view'
import type { Lot } from '@flowviz/contract/lot'
import { sumText } from '@flowviz/contract/screen/format'
import type { Tone } from '@flowviz/contract/screen/mark'
import { useFloor } from '../frame/floor-context.ts'
import { lotTypeWord } from '../word/lot-type.ts'
import type { Finding, Unknown } from './finding.ts'
import { pictured } from './key-text.ts'
import { verdictOf } from './verdict.ts'
import { say } from './words.ts'

interface FindingCardProps {
  finding: Finding
  raw: string
}

/** What was found, in the words of the plant; below it what the label says itself, and what was assumed. */
export function FindingCard({ finding, raw }: FindingCardProps) {
  return (
    <>
      <What finding={finding} raw={raw} />
      <LabelFacts finding={finding} />
      {finding.incomplete && <p class="notice">{say('incomplete')}</p>}
      {finding.warnings.map(warning => (
        <p class="notice" data-tone="warn" key={warning}>
          {warning}
        </p>
      ))}
      {finding.source === 'cache' && finding.kind !== 'unknown' && <p class="quiet">{say('from_memory')}</p>}
    </>
  )
}

function What({ finding, raw }: FindingCardProps) {
  switch (finding.kind) {
    case 'lot':
      return <LotFacts lot={finding.lot} />
    case 'lots':
      return <Head kind={say('lot')} name={say('several', { n: finding.lots.length })} note={say('choose')} />
    case 'handling_unit':
      return <UnitFacts unit={finding.unit} />
    case 'item':
      return <Head kind={say('product')} name={finding.item.title} note={finding.item.item_id} />
    case 'location':
      return <Head kind={say('place')} name={finding.location.title} note={finding.location.location_id} />
    case 'person':
      return <Head kind={say('person')} name={finding.person.display_name} note={finding.person.role.toLowerCase()} />
    case 'hold':
      return <Head kind={say('hold')} name={say('held')} tone="hold" />
    case 'unknown':
      return <UnknownFacts finding={finding} raw={raw} />
  }
}

interface HeadProps {
  kind: string
  name: string
  note?: string
  tone?: Tone
}

function Head({ kind, name, note, tone }: HeadProps) {
  return (
    <div class="head">
      <span class="kind">{kind}</span>
      {tone === undefined ? (
        <b class="name">{name}</b>
      ) : (
        <b class="name mark" data-tone={tone}>
          {name}
        </b>
      )}
      {note !== undefined && <span class="note">{note}</span>}
    </div>
  )
}

type Rows = (readonly [name: string, value: string | null])[]

const Facts = ({ rows }: { rows: Rows }) => (
  <dl>
    {rows.map(([name, value]) =>
      value === null ? null : (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ),
    )}
  </dl>
)

function LotFacts({ lot }: { lot: Lot }) {
  const { shelf } = useFloor()
  const titles = new Map(shelf.locations.value.value?.map(({ location_id, title }) => [location_id, title]))
  const item = shelf.items.value.value?.find(({ item_id }) => item_id === lot.item_id)
  const { mark, word } = verdictOf(lot)
  const places = [...new Set(lot.stock.map(({ location_id }) => titles.get(location_id) ?? location_id))]
  return (
    <>
      <Head kind={say('lot')} name={lot.lot_code} note={item?.title ?? lot.product ?? lotTypeWord(lot.lot_type)} />
      <p class="verdict">
        <span class="mark" data-tone={mark}>
          {say(word)}
        </span>
      </p>
      <Facts
        rows={[
          [say('on_hand'), `${sumText(lot.on_hand_kg)} kg`],
          [say('where'), places.length === 0 ? say('nowhere') : places.join(', ')],
          [say('gate'), lot.gate_next === null ? say('gates_done') : String(lot.gate_next)],
          [say('expires'), lot.expires_on],
          [say('holds'), lot.open_holds === 0 ? null : String(lot.open_holds)],
        ]}
      />
    </>
  )
}

const UnitFacts = ({ unit }: { unit: HandlingUnit }) => (
  <>
    <Head kind={say('pallet')} name={unit.sscc ?? unit.hu_id} note={unit.location_id} />
    <Facts rows={unit.contents.map(({ lot_code, weight_kg }) => [lot_code, `${sumText(weight_kg)} kg`])} />
  </>
)

function UnknownFacts({ finding, raw }: { finding: Unknown; raw: string }) {
  const TITLES = { not_known: 'unknown', unfit: 'unfit', offline: 'offline' } as const
  const TEXTS = { not_known: 'unknown_text', unfit: 'unknown_text', offline: 'offline_text' } as const
  const { why, message, hint } = finding
  return (
    <>
      <Head kind={say('code')} name={say(TITLES[why])} tone={why === 'offline' ? 'offline' : 'warn'} />
      <p>{message ?? say(TEXTS[why])}</p>
      {hint !== null && <p class="quiet">{hint}</p>}
      <p class="raw">
        <code>{pictured(raw)}</code>
      </p>
    </>
  )
}

function LabelFacts({ finding: { label } }: { finding: Finding }) {
  if (label === null) return null
  const rows: Rows = [
    [say('gtin'), label.gtin],
    [say('supplier_lot'), label.lot],
    [say('best_before'), label.best_before?.date ?? null],
    [say('expires'), label.use_by?.date ?? null],
  ]
  if (rows.every(([, value]) => value === null)) return null
  return (
    <section class="says">
      <h3>{say('label_says')}</h3>
      <Facts rows={rows} />
    </section>
  )
}

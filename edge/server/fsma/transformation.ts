import { RUN_STATES } from '@flowviz/contract/run-word'
import { eventIn } from '../store/event-body.ts'
import type { RunBody } from '../store/run-record.ts'
import { wholeRun } from '../store/run-view.ts'
import { type Column, documentColumns, type EventRow, head, kilograms, tail, yesNo } from './column.ts'
import { type LotFacts, notesOf } from './lot-facts.ts'
import type { Source } from './source.ts'

interface Part {
  lot: LotFacts
  weight_mg: number
  count: number | null
}

export interface TransformationRow extends EventRow {
  input: Part
  output: Part
}

/** 21 CFR 1.1350: a row for each lot used in each lot produced; all rows of one event share its id. */
export const TRANSFORMATION_COLUMNS: readonly Column<TransformationRow>[] = [
  ...head<TransformationRow>(),
  ...documentColumns<TransformationRow>('1.1350(a)(2)(vi)'),
  {
    title: 'Food Used TLC',
    kde: '1.1350(a)(1)(i) traceability lot code of the food used',
    from: 'run: inputs',
    required: true,
    cell: ({ input }) => input.lot.tlc,
  },
  { title: 'Food Used TLC - GTIN', kde: '1.1350(a)(1)(i)', from: 'item: gtin', cell: ({ input }) => input.lot.gtin },
  {
    title: 'Food Used Product Description',
    kde: '1.1350(a)(1)(ii) product description',
    from: 'lot: product, else item: title',
    required: true,
    cell: ({ input }) => input.lot.product,
  },
  {
    title: 'Food Used Quantity',
    kde: '1.1350(a)(1)(iii) quantity used from the lot',
    from: 'run: inputs less returns',
    required: true,
    cell: ({ input }) => kilograms(input.weight_mg),
  },
  { title: 'Food Used UOM', kde: '1.1350(a)(1)(iii) unit of measure', from: 'always kg', cell: () => 'kg' },
  {
    title: 'Food Used is FTL',
    kde: null,
    from: 'item: ftl_category; the rule asks for no other inputs',
    cell: ({ input }) => yesNo(input.lot.ftl_category !== null),
  },
  {
    title: 'Food Produced TLC',
    kde: '1.1350(a)(2)(i) new traceability lot code',
    from: 'run: outputs, lot: lot_code',
    required: true,
    cell: ({ output }) => output.lot.tlc,
  },
  { title: 'Food Produced TLC - GTIN', kde: '1.1350(a)(2)(i)', from: 'item: gtin', cell: row => row.output.lot.gtin },
  {
    title: 'Transform Location - TLC Source',
    kde: '1.1350(a)(2)(ii) location where it was transformed',
    from: 'traceability plan: place',
    required: true,
    cell: ({ output }) => output.lot.tlc_source,
  },
  {
    title: 'TLC Source Reference',
    kde: '1.1350(a)(2)(ii) traceability lot code source reference',
    from: 'traceability plan: ffrn, gln or source_url',
    cell: ({ output }) => output.lot.tlc_reference,
  },
  {
    title: 'Date Transformed',
    kde: '1.1350(a)(2)(iii) date transformation was completed',
    from: 'run: completed_at; while it runs, its last output',
    required: true,
    cell: row => row.day,
  },
  {
    title: 'Food Produced Product Description',
    kde: '1.1350(a)(2)(iv) product description',
    from: 'lot: product, else item: title',
    required: true,
    cell: ({ output }) => output.lot.product,
  },
  {
    title: 'Food Produced Quantity',
    kde: '1.1350(a)(2)(v) quantity',
    from: 'lot: weight_mg',
    required: true,
    cell: ({ output }) => kilograms(output.weight_mg),
  },
  { title: 'Food Produced UOM', kde: '1.1350(a)(2)(v) unit of measure', from: 'always kg', cell: () => 'kg' },
  { title: 'Food Used Lot Code', kde: null, from: 'lot: lot_code', cell: ({ input }) => input.lot.lot_code },
  { title: 'Food Produced Lot Code', kde: null, from: 'lot: lot_code', cell: ({ output }) => output.lot.lot_code },
  ...tail<TransformationRow>(() => TRANSFORMATION_COLUMNS),
]

/** Runs with what they used and produced, and lots that became one lot outside of a run. */
export function* transformationRows(source: Source): Generator<TransformationRow> {
  for (const state of RUN_STATES)
    for (const { at, body } of source.fsma.records('run', state, source.upto_seq)) {
      source.tick()
      yield* runRows({ run: body as unknown as RunBody, seq: at }, source)
    }
  for (const key of source.fsma.madeOfLots(source.upto_seq)) {
    source.tick()
    yield* madeRows(key, source)
  }
}

function* runRows({ run, seq }: { run: RunBody; seq: number }, source: Source): Generator<TransformationRow> {
  const { store, lots, dayOf, zone } = source
  // Without an output nothing was transformed, and a day outside of the wanted ones needs no look at the lots.
  if (run.completed_at !== undefined && !source.isWantedDay(run.completed_at)) return
  const { inputs, outputs, returns } = wholeRun(run, store)
  const last = outputs.at(-1)
  if (last === undefined) return
  const at = run.completed_at ?? eventIn(store.ledger.row(last.seq)!.body).occurred_at
  if (!source.isWantedDay(at)) return
  const back = new Map(returns.map(({ lot_id, weight_mg }) => [lot_id, weight_mg]))
  const notes = [
    ...(run.completed_at === undefined ? ['the run is not completed'] : []),
    ...(run.state === 'VOIDED' ? ['the run was voided'] : []),
  ]
  for (const { lot_id, stage, weight_mg, count } of outputs) {
    const output = lots.byId(lot_id)
    if (output === null) continue
    // Of what went in before this output: what went in after it is not in it.
    const used = Map.groupBy(
      inputs.filter(input => input.stage <= stage),
      input => input.lot_id,
    )
    for (const [used_id, weighings] of used) {
      const input = lots.byId(used_id)
      if (input === null || !source.isWantedLot(input, output)) continue
      const taken_mg = weighings.reduce((sum, weighing) => sum + weighing.weight_mg, 0) - (back.get(used_id) ?? 0)
      yield {
        event_id: run.run_id,
        event: 'Production run',
        ledger_seq: seq,
        at,
        day: dayOf(at),
        zone,
        documents: [{ type: 'production_log', number: run.run_code }],
        corrected: [...input.corrected, ...output.corrected],
        notes: [...notes, ...notesOf(input), ...notesOf(output)],
        listed: output.ftl_category !== null,
        input: { lot: input, weight_mg: Math.max(0, taken_mg), count: null },
        output: { lot: output, weight_mg, count },
      }
    }
  }
}

function* madeRows(key: number, source: Source): Generator<TransformationRow> {
  const { store, lots, dayOf, zone } = source
  const output = lots.byKey(key)
  const links = store.links.into(key).filter(({ src, kind }) => src > 0 && kind !== 'SPLIT' && kind !== 'REWORK')
  const last = links.reduce((seq, link) => Math.max(seq, link.seq), 0)
  const row = store.ledger.row(last)
  if (output === null || row === null) return
  const { occurred_at: at } = eventIn(row.body)
  if (!source.isWantedDay(at)) return
  for (const [src, parts] of Map.groupBy(links, link => link.src)) {
    const input = lots.byKey(src)
    if (input === null || !source.isWantedLot(input, output)) continue
    yield {
      event_id: output.lot_id,
      event: EVENTS[parts[0]!.kind] ?? 'Transformation',
      ledger_seq: last,
      at,
      day: dayOf(at),
      zone,
      documents: [{ type: 'database_record', number: `ledger row ${last}` }],
      corrected: [...input.corrected, ...output.corrected],
      notes: [...notesOf(input), ...notesOf(output)],
      listed: output.ftl_category !== null,
      input: { lot: input, weight_mg: parts.reduce((sum, part) => sum + part.weight_mg, 0), count: null },
      output: { lot: output, weight_mg: output.weight_mg, count: output.count },
    }
  }
}

const EVENTS: Partial<Record<string, string>> = {
  TRANSFORM: 'Transformation',
  MERGE: 'Commingling',
  REPACK: 'Repacking',
  RELABEL: 'Relabelling',
}

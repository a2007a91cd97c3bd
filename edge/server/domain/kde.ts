import type { MissingKde } from '@flowviz/contract/logistics-view'

/** What of a received line is asked for by 21 CFR 1.1345. */
export interface ReceivedLine {
  /** The item stands on the Food Traceability List. */
  listed: boolean
  /** The item comes from somebody whom the rule exempts: whoever receives it may give the code (1.1345(b)). */
  exempt: boolean
  tlc: boolean
  tlc_source: boolean
}

/** What of a shipped line is asked for by 21 CFR 1.1340. */
export interface ShippedLine {
  listed: boolean
  description: boolean
  /** The lot keeps the code of its supplier, so that its source is not this plant. */
  foreign: boolean
  tlc_source: boolean
}

/** True for what somebody wrote down; blanks are none. */
export const isSaid = (text: string | null | undefined): boolean => text != null && text.trim() !== ''

/** What is missing: refused for food of the list, told for any other. */
export interface KdeVerdict {
  refused: MissingKde[]
  told: MissingKde[]
}

/** 21 CFR 1.1345. The quantity, the product and the date are there by the shape of a receipt. */
export function receivingKdes(
  { documents, previous_source }: { documents: number; previous_source: boolean },
  lines: readonly ReceivedLine[],
): KdeVerdict {
  const missing = lines.map(({ exempt, tlc, tlc_source }, line): MissingKde[] => {
    const paragraph = exempt ? '(b)' : '(a)'
    const cfr = (number: number) => `21 CFR 1.1345${paragraph}(${number})`
    return [
      ...(tlc || exempt ? [] : [{ line, kde: 'supplier_lot_code', cfr: cfr(1) }]),
      ...(tlc_source || (!tlc && exempt) ? [] : [{ line, kde: 'supplier_tlc_source', cfr: cfr(exempt ? 5 : 7) }]),
    ]
  })
  // Nothing is received without a paper and from nowhere: there would be nothing to look it up by.
  const paper = [
    ...(previous_source ? [] : [{ line: null, kde: 'previous_source', cfr: '21 CFR 1.1345(a)(4)' }]),
    ...(documents > 0 ? [] : [{ line: null, kde: 'documents', cfr: '21 CFR 1.1345(a)(8)' }]),
  ]
  const { refused, told } = verdictOf(lines, missing)
  return { refused: [...paper, ...refused], told }
}

/** 21 CFR 1.1340. Quantity, place and date are there by the shape of a shipment. */
export function shippingKdes(
  { documents, ship_to }: { documents: number; ship_to: boolean },
  lines: readonly ShippedLine[],
): KdeVerdict {
  const missing = lines.map(({ description, foreign, tlc_source }, line): MissingKde[] => [
    ...(description ? [] : [{ line, kde: 'product', cfr: '21 CFR 1.1340(a)(3)' }]),
    ...(ship_to ? [] : [{ line, kde: 'ship_to', cfr: '21 CFR 1.1340(a)(4)' }]),
    ...(foreign && !tlc_source ? [{ line, kde: 'supplier_tlc_source', cfr: '21 CFR 1.1340(a)(7)' }] : []),
    ...(documents > 0 ? [] : [{ line, kde: 'documents', cfr: '21 CFR 1.1340(a)(8)' }]),
  ])
  return verdictOf(lines, missing)
}

/**
 * 21 CFR 1.1350. Codes, quantities, place, date and the log of the run are there by the shape of a run; what came of
 * food of the list has to be described, because nobody can tell by itself whether it is on the list too.
 */
export function transformationKdes(
  inputs: readonly { listed: boolean }[],
  outputs: readonly { description: boolean }[],
): MissingKde[] {
  if (!inputs.some(({ listed }) => listed)) return []
  return outputs.flatMap(({ description }, line) =>
    description ? [] : [{ line, kde: 'product', cfr: '21 CFR 1.1350(a)(2)(iv)' }],
  )
}

function verdictOf(lines: readonly { listed: boolean }[], missing: MissingKde[][]): KdeVerdict {
  const of = (listed: boolean) => missing.filter((_, at) => lines[at]!.listed === listed).flat()
  return { refused: of(true), told: of(false) }
}

import type { CommandBody } from '@flowviz/contract/command'

/** What is written down when a truck leaves. */
export interface DepartureDraft {
  /** Number of the bill of lading; a shipment may bring its papers along. */
  bol: string
  seal: string
  /** Temperature of the load room as it was keyed, degrees Celsius. */
  truck_c: string
}

export const EMPTY_DEPARTURE: DepartureDraft = { bol: '', seal: '', truck_c: '' }

export type DepartureField = keyof DepartureDraft
export const DEPARTURE_FIELDS: readonly DepartureField[] = ['bol', 'seal', 'truck_c']

const DEGREES = /^-?\d{1,3}(\.\d{1,2})?$/

/** What is still to be said before it may leave; null when all is there. A trade paper of its own fulfils the first. */
export function missingOf(draft: DepartureDraft, hasPaper: boolean): DepartureField | null {
  if (!hasPaper && draft.bol.trim() === '') return 'bol'
  if (draft.seal.trim() === '') return 'seal'
  return DEGREES.test(draft.truck_c) ? null : 'truck_c'
}

/**
 * The papers that go with the departure. Seal and temperature stand among them by their own words, so that they are
 * found beside the shipment for good; the paper that 21 CFR 1.1340 asks for is another one.
 */
export function departureOf({ bol, seal, truck_c }: DepartureDraft): CommandBody<'ship-shipment'> {
  const paper = bol.trim() === '' ? [] : [{ type: 'bol' as const, number: bol.trim() }]
  return {
    documents: [
      ...paper,
      { type: 'other', number: `SEAL ${seal.trim()}` },
      { type: 'other', number: `TRUCK ${truck_c} Cel` },
    ],
  }
}

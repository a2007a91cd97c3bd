import type { LedgerHead } from '@flowviz/contract/sync'

/** What a check of a file says; printed as one JSON object. */
export interface Verdict {
  ok: boolean
  kind: 'plant' | 'telemetry' | 'export' | 'proof'
  epoch: number
  seq: number
  /** Hash of the last good row, hex; null for readings, which are not chained one by one. */
  hash: string | null
  head: LedgerHead | null
  first_bad?: { seq: number; why: string }
  detail: string
}

interface Reached {
  kind: Verdict['kind']
  head: LedgerHead | null
  seq?: number
}

export function good({ kind, head, seq = head?.seq ?? 0 }: Reached, detail: string): Verdict {
  return { ok: true, kind, epoch: head?.epoch ?? 1, seq, hash: head?.hash ?? null, head, detail }
}

/** @param head where the file was still good. */
export function bad({ kind, head, seq = head?.seq ?? 0 }: Reached, first_bad: { seq: number; why: string }): Verdict {
  const detail = `Row ${first_bad.seq}: ${first_bad.why}`
  return { ok: false, kind, epoch: head?.epoch ?? 1, seq, hash: head?.hash ?? null, head, first_bad, detail }
}

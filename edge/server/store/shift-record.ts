import type { ShiftHandover } from '@flowviz/contract/shift'
import type { StoredRecord } from './record-store.ts'

type Answer = 'accepted_at' | 'accepted_by' | 'answer'
type Told = Omit<ShiftHandover, Answer> & Partial<Pick<ShiftHandover, Answer>>

/** A hand-over of a shift as the API shows it. */
export function handoverOf({ body }: StoredRecord): ShiftHandover {
  const { accepted_at = null, accepted_by = null, answer = null, ...said } = body as unknown as Told
  return { ...said, accepted_at, accepted_by, answer }
}

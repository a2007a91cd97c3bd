import type { RecordKind } from '@flowviz/contract/change'
import { versionId } from '@flowviz/contract/change/master'
import type { Versioned, VersionState } from '@flowviz/contract/master'
import type { Recipe } from '@flowviz/contract/plant/recipe'
import type { RecordStore, StoredRecord } from './record-store.ts'

type Records = { records: RecordStore }

/** Kinds that are drafted by one person and approved by another, with the field that holds their content. */
export type DraftedKind = 'recipe' | 'qc_plan' | 'monitor'

/** Master data as it is shown: its content and how often it was defined. */
export function definedView<View>(record: StoredRecord, field: string): View {
  return { ...(record.body[field] as object), version: record.body.version } as View
}

/** A version as it is shown: its content, who drafted it and who approved it. */
export function versionView<View extends Versioned>(record: StoredRecord, kind: DraftedKind): View {
  const { [kind]: content, version, state, drafted_at, drafted_by, approved_at, approved_by } = record.body
  return { ...(content as object), version, state, drafted_at, drafted_by, approved_at, approved_by } as View
}

/** The newest version of an id, draft or not. */
export function newestVersion(kind: DraftedKind, id: string, { records }: Records): StoredRecord | null {
  return records.page({ kind, parent: id, limit: 1 })[0] ?? null
}

/** The version that counts now: the highest approved one. */
export function currentVersion(kind: DraftedKind, id: string, { records }: Records): StoredRecord | null {
  return records.page({ kind, parent: id, state: 'APPROVED' satisfies VersionState, limit: 1 })[0] ?? null
}

/** One version. */
export function versionRecord(
  kind: DraftedKind,
  { id, version }: { id: string; version: number },
  { records }: Records,
): StoredRecord | null {
  return records.get(kind as RecordKind, versionId(id, version))
}

/** The recipe that a run was begun with; null for a run without one. */
export function recipeOf(
  { recipe_id, recipe_version }: { recipe_id: string | null; recipe_version: number | null },
  store: Records,
): Recipe | null {
  if (recipe_id === null || recipe_version === null) return null
  const record = versionRecord('recipe', { id: recipe_id, version: recipe_version }, store)
  return (record?.body.recipe as Recipe | undefined) ?? null
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TraceFilter } from '@flowviz/contract/event/fsma'
import { onTestFinished } from 'vitest'
import { sheetsOf } from '../../testing/workbook.ts'
import type { Box } from '../../writer/testing/box.ts'
import { exportRecords } from '../export.ts'

const AT = '2026-11-23T06:00:00.000Z'
const ALL: TraceFilter = { from: null, to: null, item_ids: null, lots: null }

type Row = Record<string, unknown>

/** The sheets of an export, each row by its titles. */
export async function exported(box: Box, filter: TraceFilter = ALL): Promise<(sheet: string) => Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'flowviz-export-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const path = join(dir, 'export.xlsx')
  const job = {
    db: box.path,
    path,
    format: 'xlsx',
    filter,
    site: 'kiel',
    site_name: 'Werk Kiel',
    about: [],
    at: AT,
  } as const
  exportRecords(job, () => undefined)
  const sheets = await sheetsOf(path)
  return name => {
    const [titles, ...rows] = sheets.get(name)!
    return rows.map(row => Object.fromEntries(titles!.map((title, at) => [title, row[at]])))
  }
}

import type { AuditEntry } from '@flowviz/contract/audit'
import { expect, test } from 'vitest'
import { pagesOf } from '../testing/pdf.ts'
import { printRecord } from './print-record.ts'
import type { PrintedRecord } from './record.ts'

const ID = '019ab0a2-5c00-7000-8000-000000000001'
const HASH = 'ab'.repeat(32)
const AT = '2026-11-23T05:00:00.000Z'

const entry = (seq: number, change: Partial<AuditEntry> = {}): AuditEntry => ({
  seq,
  hash: HASH,
  event_id: ID,
  recorded_at: AT,
  occurred_at: AT,
  type: 'gate.decided',
  actor: {
    kind: 'person',
    id: ID,
    role: 'OPERATOR',
    station: 'receiving-1',
    device: null,
    auth: 'pin',
    display_name: 'Jörg Müller',
  },
  subject: `lot:${ID}`,
  data: { gate_id: 'cook', decision: 'PASS', values: [{ parameter: 'core', value: '75.2', unit: 'Cel' }] },
  reason: null,
  corrects: null,
  inside: null,
  before: null,
  after: {},
  before_complete: true,
  ...change,
})

const record = (change: Partial<PrintedRecord> = {}): PrintedRecord => ({
  site: 'kiel',
  site_name: 'Werk Kiel',
  subject: `lot:${ID}`,
  title: 'KIE-261123-L1-0001',
  from: null,
  to: null,
  printed_at: '2026-11-23T06:00:00.000Z',
  printed_by: 'Anna Auditor (AUDITOR)',
  entries: [entry(1)],
  broken: [],
  signatures: [],
  head: { epoch: 1, seq: 9, hash: HASH },
  public_key: 'a2V5',
  checkpoint: 'flowviz/kiel\n9\nroot=\n\n— kiel signature\n',
  receipt: null,
  ...change,
})

const read = async (change: Partial<PrintedRecord> = {}) => {
  const pages = await pagesOf(await printRecord(record(change)))
  return { pages, text: pages.join('\n').replace(/\s+/g, ' ') }
}

test('a print says plant, record, who did what when, the values, the reason and what stood there before', async () => {
  const { text } = await read({
    entries: [
      entry(4, {
        occurred_at: '2026-11-23T04:50:00.000Z',
        reason: 'measured again',
        before: { decision: 'FAIL', notes: 'cold' },
      }),
    ],
  })
  for (const part of [
    'Werk Kiel (kiel)',
    `KIE-261123-L1-0001 (lot:${ID})`,
    '2026-11-23 06:00:00.000 UTC by Anna Auditor (AUDITOR)',
    'No. 4 2026-11-23 05:00:00.000 UTC gate.decided',
    'Jörg Müller, OPERATOR, at receiving-1',
    'Happened 2026-11-23 04:50:00.000 UTC',
    'Reason measured again',
    'decision PASS (before: FAIL)',
    'notes gone (before: cold)',
    'parameter core, value 75.2, unit Cel',
    HASH,
    'Nobody has signed this record.',
    '— kiel signature',
    'Page 1 of',
  ])
    expect(text).toContain(part)
})

test('a signature is printed with name, date and time, meaning, and what it signs, valid or not', async () => {
  const signature = {
    signature_id: ID,
    seq: 5,
    signer_id: ID,
    printed_name: 'Łukasz Żółć',
    signed_at: '2026-11-23T05:30:00.000Z',
    meaning: 'released' as const,
    signs: [{ seq: 4, hash: HASH, subject: `lot:${ID}` }],
    valid: true,
    problem: null,
  }
  const bad = { ...signature, printed_name: null, valid: false, problem: 'Row 4 was corrected by row 8.' }
  const { text } = await read({ signatures: [signature, bad] })
  for (const part of [
    'Signed by Łukasz Żółć Date and time 2026-11-23 05:30:00.000 UTC Meaning released Status VALID',
    `Signs No. 4 ${HASH} lot:${ID}`,
    `Signed by name withheld, person ${ID}`,
    'Status NOT VALID: Row 4 was corrected by row 8.',
  ])
    expect(text).toContain(part)
})

test('names of every script are printed, and a sign without a glyph by its number', async () => {
  const data = { supplier: 'Mleczarnia Łódź', carrier: 'Ελλάς', driver: 'Йосиф', product: '中 & 🧀', notes: 'a\nb\tc' }
  const { text } = await read({ entries: [entry(1, { data })] })
  for (const part of ['Mleczarnia Łódź', 'Ελλάς', 'Йосиф', '[U+4E2D] & [U+1F9C0]']) expect(text).toContain(part)
})

test('a row whose hash does not fit is named where it stands and at the end', async () => {
  const { text } = await read({ entries: [entry(1), entry(2)], broken: [2] })
  expect(text).toContain('DOES NOT FIT ITS ROW')
  expect(text).toContain('These rows do not fit their hash: 2.')
})

test('a long history goes over many numbered pages, and no event is lost', async () => {
  const long = 'an endlessly long value '.repeat(200)
  const entries = Array.from({ length: 200 }, (_, at) => entry(at + 1, at === 7 ? { data: { notes: long } } : {}))
  const { pages, text } = await read({ entries })
  expect(pages.length).toBeGreaterThan(10)
  pages.forEach((page, at) => {
    expect(page).toContain(`Page ${at + 1} of ${pages.length}`)
  })
  for (let seq = 1; seq <= 200; seq += 1) expect(text).toContain(`No. ${seq} 2026-11-23`)
  // A foot of a page may stand within a sentence, not within a word.
  expect(text.split('endlessly').length).toBe(201)
})

test('the same record printed twice is the same file', async () => {
  const [one, two] = [await printRecord(record()), await printRecord(record())]
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
})

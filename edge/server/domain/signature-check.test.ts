import { expect, test } from 'vitest'
import { checkSignature, type SignedRows } from './signature-check.ts'

const ID = '019ab0a2-5c00-7000-8000-000000000001'
const HASH = 'a'.repeat(64)
const OTHER = 'b'.repeat(64)

const signature = (signs = [{ seq: 3, hash: HASH, subject: 'lot:1' }]) => ({
  seq: 9,
  recorded_at: '2026-11-23T05:00:00.000Z',
  printed_name: 'Jane',
  data: {
    signature_id: ID,
    signer_id: ID,
    signer_role: 'MANAGER' as const,
    meaning: 'released' as const,
    components: 'name_and_secret' as const,
    session_id: ID,
    station: null,
    signs,
  },
})

const rows = (change: { hash?: string; subject?: string; correctedBy?: number | null } = {}): SignedRows => ({
  row: ({ seq }) =>
    seq === 3 ? { hash: change.hash ?? HASH, subject: change.subject ?? 'lot:1', event_id: ID } : null,
  correctedBy: () => change.correctedBy ?? null,
})

test('a signature holds while each row that it signs is there as it was', () => {
  expect(checkSignature(signature(), rows())).toMatchObject({ valid: true, problem: null, printed_name: 'Jane' })
})

const CASES: [string, ReturnType<typeof checkSignature>, RegExp][] = [
  ['a changed row', checkSignature(signature(), rows({ hash: OTHER })), /^Row 3 is not the one/],
  [
    'a row that is gone',
    checkSignature(signature([{ seq: 4, hash: HASH, subject: 'lot:1' }]), rows()),
    /^Row 4 is not/,
  ],
  ['a signature moved to another record', checkSignature(signature(), rows({ subject: 'lot:2' })), /of another record/],
  ['a record corrected since', checkSignature(signature(), rows({ correctedBy: 12 })), /corrected by row 12/],
]
for (const [what, view, problem] of CASES)
  test(`${what} is seen: the signature does not hold`, () => {
    expect(view.valid).toBe(false)
    expect(view.problem).toMatch(problem)
  })

test('a signature of a row that came after it is none', () => {
  const young: SignedRows = { row: () => ({ hash: HASH, subject: 'lot:1', event_id: ID }), correctedBy: () => null }
  expect(checkSignature(signature([{ seq: 10, hash: HASH, subject: 'lot:1' }]), young).valid).toBe(false)
})

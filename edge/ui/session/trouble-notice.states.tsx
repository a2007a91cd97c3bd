import { troubleOf } from '@flowviz/contract/screen/trouble'
import type { SignInTrouble } from './sign-in-trouble.ts'
import { TroubleNotice } from './trouble-notice.tsx'

const TROUBLES: readonly SignInTrouble[] = [
  { kind: 'refused', trouble: troubleOf(null) },
  { kind: 'wrong', left: null },
  { kind: 'wrong', left: 1 },
  { kind: 'locked', left_ms: 119_000 },
  { kind: 'shut' },
  { kind: 'unable' },
  { kind: 'insecure' },
  { kind: 'changed' },
  { kind: 'no_manager' },
]

export const states = TROUBLES.map((trouble, at) => ({
  name: `sign-in: ${trouble.kind} (${at + 1})`,
  draw: () => <TroubleNotice trouble={trouble} askManager={() => undefined} />,
}))

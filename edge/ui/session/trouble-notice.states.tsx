import { troubleOf } from '@flowviz/contract/screen/trouble'
import type { SignInTrouble } from './sign-in-trouble.ts'
import { TroubleNotice } from './trouble-notice.tsx'

const TROUBLES: readonly SignInTrouble[] = [
  { kind: 'refused', trouble: troubleOf(null) },
  { kind: 'changed' },
  { kind: 'no_manager' },
]

export const states = TROUBLES.map(trouble => ({
  name: `sign-in: ${trouble.kind}`,
  draw: () => <TroubleNotice trouble={trouble} askManager={() => undefined} />,
}))

import type { Run } from '@flowviz/contract/run'
import { reconcileRun, reviewRun } from '@flowviz/edge-client/generated/api'
import { useFloor } from '../frame/floor-context.ts'
import { SignPanel } from '../gate/sign-panel.tsx'
import { signingOf } from '../gate/signing.ts'
import { troubleWords } from '../word/trouble-word.ts'
import { say } from './words.ts'

interface RunSignPanelProps {
  what: 'explain' | 'review'
  run: Pick<Run, 'run_id' | 'run_code'>
  explanation: string | null
  close: () => void
}

/** Signs the explanation of a balance, or the review of a run: a secret never waits in the queue. */
export function RunSignPanel({ what, run, explanation, close }: RunSignPanelProps) {
  const floor = useFloor()
  const { access, scan, shelf } = floor
  const sign = async (secret: string): Promise<string | null> => {
    const signing = signingOf(floor, secret)
    const answer = await access.ask(() =>
      what === 'review'
        ? reviewRun(run.run_id, { sign: signing })
        : reconcileRun(run.run_id, { sign: signing, ...(explanation === null ? {} : { explanation }) }),
    )
    if (!answer.ok) return troubleWords(answer.trouble).title
    shelf.runs.change(runs => runs.map(one => (one.run_id === run.run_id ? answer.value : one)))
    scan.bus.say({ tone: 'ok', title: say('done'), text: run.run_code })
    close()
    return null
  }
  const title = say(what === 'review' ? 'sign_title_review' : 'sign_title_explain')
  return <SignPanel sign={sign} close={close} title={title} word={say('sign')} />
}

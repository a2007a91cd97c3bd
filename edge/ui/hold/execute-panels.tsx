import type { Hold } from '@flowviz/contract/hold'
import type { Person } from '@flowviz/contract/identity'
import { executeHold } from '@flowviz/edge-client/generated/api'
import { useState } from 'preact/hooks'
import { useFloor } from '../frame/floor-context.ts'
import { SignPanel } from '../gate/sign-panel.tsx'
import { signingOf } from '../gate/signing.ts'
import { useScan } from '../scan/use-scan.ts'
import { troubleWords } from '../word/trouble-word.ts'
import { WitnessPanel } from './witness-panel.tsx'
import { say } from './words.ts'

type Step = { kind: 'performer' } | { kind: 'who'; secret: string } | { kind: 'witness'; secret: string; who: Person }

/** Two people at one screen: who destroyed it, and who saw it. What is sent back takes the first alone. */
export function ExecutePanels({ hold, leave }: { hold: Hold; leave: () => void }) {
  const floor = useFloor()
  const [step, setStep] = useState<Step>({ kind: 'performer' })
  useScan(floor.scan.bus, () => false)
  const me = floor.session.person.value
  const send = async (secret: string, witness: { name: string; secret: string } | null) => {
    const body = { sign: signingOf(floor, secret), ...(witness === null ? {} : { witness }) }
    const answer = await floor.access.ask(() => executeHold(hold.hold_id, body))
    if (answer.ok) {
      floor.shelf.changed('execute-hold')
      floor.scan.bus.say({ tone: 'ok', title: say('execute_done') })
      leave()
      return null
    }
    const { title, hint } = troubleWords(answer.trouble)
    return `${title} ${hint}`
  }
  if (step.kind === 'who') {
    const people = (floor.shelf.people.value.value ?? []).filter(({ id }) => id !== me?.id)
    return (
      <WitnessPanel
        people={people}
        choose={who => setStep({ kind: 'witness', secret: step.secret, who })}
        close={leave}
      />
    )
  }
  if (step.kind === 'witness')
    return (
      <SignPanel
        key="witness"
        title={say('execute_witness', { name: step.who.display_name })}
        word={say('sign')}
        sign={secret => send(step.secret, { name: step.who.name, secret })}
        close={leave}
      />
    )
  return (
    <SignPanel
      key="performer"
      title={say('execute_sign')}
      word={say('sign')}
      sign={async secret => {
        if (hold.disposition !== 'destroy') return send(secret, null)
        setStep({ kind: 'who', secret })
        return null
      }}
      close={leave}
    />
  )
}

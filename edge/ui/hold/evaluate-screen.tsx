import type { Deviation } from '@flowviz/contract/deviation'
import type { Hold } from '@flowviz/contract/hold'
import { evaluateDeviation, getDeviation } from '@flowviz/edge-client/generated/api'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { SignPanel } from '../gate/sign-panel.tsx'
import { signingOf } from '../gate/signing.ts'
import { useScan } from '../scan/use-scan.ts'
import { useAnswer } from '../shelf/use-answer.ts'
import { saidText } from '../word/said.ts'
import { troubleWords } from '../word/trouble-word.ts'
import { EvaluateCard, type Evaluating } from './evaluate-card.tsx'
import { say } from './evaluate-words.ts'
import { FoundHold } from './found-hold.tsx'

/**
 * Says whether the food behind a hold of a deviation is safe: before that, nobody can release it. Signed, so it goes
 * straight to the appliance and never into the queue.
 */
export const EvaluateScreen = () => <FoundHold>{hold => <OfHold key={hold.hold_id} hold={hold} />}</FoundHold>

function OfHold({ hold: { hold_id, deviation_id } }: { hold: Hold }) {
  const here = `/holds/${hold_id}`
  const told = useAnswer(deviation_id ?? '', () => getDeviation(deviation_id ?? ''))
  if (told.value !== null) return <Evaluate deviation={told.value} back={here} />
  const trouble = told.trouble === null ? say('away') : troubleWords(told.trouble).title
  const why = deviation_id === null ? say('no_deviation') : told.asking ? say('loading') : trouble
  return (
    <Screen title={say('title')} back={here}>
      <p class="notice">{why}</p>
    </Screen>
  )
}

function Evaluate({ deviation, back }: { deviation: Deviation; back: string }) {
  const floor = useFloor()
  const { route } = useLocation()
  const [evaluating, edit] = useState<Evaluating>({ result: null, method: null })
  const [step, setStep] = useState<'choosing' | 'signing' | 'sending'>('choosing')
  // A scan here is a mistake: it never decides anything.
  useScan(floor.scan.bus, () => false)
  const { result, method } = evaluating
  const what = result === null ? '' : say(result)
  const sign = async (secret: string): Promise<string | null> => {
    if (result === null || method === null) return say('missing_result')
    setStep('sending')
    const body = { result, method, sign: signingOf(floor, secret) }
    const answer = await floor.access.ask(() => evaluateDeviation(deviation.deviation_id, body))
    if (!answer.ok) {
      setStep('signing')
      const { title, hint } = troubleWords(answer.trouble)
      return `${title} ${hint}`
    }
    floor.scan.bus.say({ tone: 'ok', title: say('done', { what }) })
    route(back)
    return null
  }
  const chosen = result === null ? say('missing_result') : method === null ? say('missing_method') : null
  const away = floor.away.value === null ? null : say('away')
  const isManager = floor.session.person.value?.role === 'MANAGER'
  const isOver = deviation.state === 'VERIFIED' || deviation.state === 'CLOSED'
  return (
    <Screen
      title={say('title')}
      back={back}
      primary={{
        word: result === null ? say('sign') : say('sign_what', { what }),
        missing: !isManager ? say('only_manager') : isOver ? say('over') : (chosen ?? away),
        busy: step === 'sending',
        run: () => setStep('signing'),
      }}
    >
      <EvaluateCard what={saidText(deviation.text, deviation.said)} evaluating={evaluating} edit={edit} />
      {step === 'sending' && (
        <p class="mark" data-tone="pending" role="status">
          {say('sending')}
        </p>
      )}
      {step !== 'choosing' && (
        <SignPanel
          title={say('sign_title', { what })}
          word={say('sign')}
          sign={sign}
          close={() => setStep('choosing')}
        />
      )}
    </Screen>
  )
}

import type { Hold } from '@flowviz/contract/hold'
import { dispositionHold } from '@flowviz/edge-client/generated/api'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { SignPanel } from '../gate/sign-panel.tsx'
import { signingOf } from '../gate/signing.ts'
import { useScan } from '../scan/use-scan.ts'
import { saidText } from '../word/said.ts'
import { troubleWords } from '../word/trouble-word.ts'
import { DecideCard, type Disposing } from './decide-card.tsx'
import { FoundHold } from './found-hold.tsx'
import { say } from './words.ts'

/** Decides on all lots that a hold still holds. Signed, so it goes straight to the appliance and never into the queue. */
export const DecideScreen = () => <FoundHold>{hold => <Deciding key={hold.hold_id} hold={hold} />}</FoundHold>

function Deciding({ hold }: { hold: Hold }) {
  const floor = useFloor()
  const { route } = useLocation()
  const here = `/holds/${hold.hold_id}`
  const [disposing, edit] = useState<Disposing>({ disposition: null, reason: null })
  const [step, setStep] = useState<'choosing' | 'signing' | 'sending'>('choosing')
  // A scan here is a mistake: it never decides anything.
  useScan(floor.scan.bus, () => false)
  const { disposition, reason } = disposing
  const what = disposition === null ? '' : say(disposition)
  const open = hold.lots.filter(lot => lot.open)
  const lots = say('lots', { n: hold.open_count })
  const sign = async (secret: string): Promise<string | null> => {
    if (disposition === null || reason === null) return say('missing_decision')
    setStep('sending')
    const body = { disposition, reason, sign: signingOf(floor, secret) }
    const answer = await floor.access.ask(() => dispositionHold(hold.hold_id, body))
    if (!answer.ok) {
      setStep('signing')
      const { title, hint } = troubleWords(answer.trouble)
      return `${title} ${hint}`
    }
    floor.shelf.changed('disposition-hold')
    floor.scan.bus.say({ tone: 'ok', title: say('decided_done', { what }) })
    route(here)
    return null
  }
  const isAway = floor.away.value !== null
  const missing =
    disposition === null
      ? say('missing_decision')
      : reason === null
        ? say('missing_why')
        : isAway
          ? say('decide_offline')
          : null
  return (
    <Screen
      title={saidText(hold.reason, hold.said)}
      back={here}
      primary={{
        word: disposition === null ? say('decide') : say('sign_and', { what }),
        missing,
        busy: step === 'sending',
        run: () => setStep('signing'),
      }}
    >
      <DecideCard
        lots={[lots, ...open.slice(0, LOTS_NAMED).map(({ lot_code }) => lot_code)].join(' · ')}
        disposing={disposing}
        edit={edit}
      />
      {step === 'sending' && (
        <p class="mark" data-tone="pending" role="status">
          {disposition === 'release' ? say('pending_release') : say('sending')}
        </p>
      )}
      {step !== 'choosing' && (
        <SignPanel
          title={say('sign_title', { what, n: lots })}
          word={say('sign')}
          sign={sign}
          close={() => setStep('choosing')}
        />
      )}
    </Screen>
  )
}

const LOTS_NAMED = 4

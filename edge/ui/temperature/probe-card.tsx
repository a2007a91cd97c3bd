import type { Instrument } from '@flowviz/contract/plant/instrument'
import { NumberPad } from '../part/number-pad.tsx'
import { ReasonGrid } from '../part/reason-grid.tsx'
import { isOutside, type ProbeDraft, type ProbeVerdict } from './probe.ts'
import { notes, say } from './words.ts'

/** What stands beside the reading: the pad, or what belongs to its keys. */
export type ProbePanel = 'value' | 'instrument' | 'note'

interface ProbeProps {
  draft: ProbeDraft
  instruments: readonly Pick<Instrument, 'instrument_id' | 'title'>[]
  panel: ProbePanel
  open: (panel: ProbePanel) => void
}

const probeOf = ({ draft, instruments }: Pick<ProbeProps, 'draft' | 'instruments'>) =>
  instruments.find(({ instrument_id }) => instrument_id === draft.instrument_id)

/** With which probe and why, and what the value means before it is entered. */
export function ProbeKeys({ verdict, ...props }: ProbeProps & { verdict: ProbeVerdict }) {
  const { draft, panel, open } = props
  const toggle = (wanted: ProbePanel) => open(panel === wanted ? 'value' : wanted)
  const title = probeOf(props)?.title ?? say('instrument_none')
  return (
    <section class="probe-keys" aria-label={say('probe')}>
      <div class="key-row">
        <Key
          name={say('instrument')}
          value={title}
          isOpen={panel === 'instrument'}
          press={() => toggle('instrument')}
        />
        <Key
          name={say('note')}
          value={draft.note ?? say('note_none')}
          isOpen={panel === 'note'}
          press={() => toggle('note')}
        />
      </div>
      <Verdict verdict={verdict} />
    </section>
  )
}

/** The pad, or the choice that one of the keys opened; a choice leads back to the pad. */
export function ProbePad({ edit, ...props }: ProbeProps & { edit: (change: Partial<ProbeDraft>) => void }) {
  const { draft, instruments, panel, open } = props
  const choose = (change: Partial<ProbeDraft>) => {
    edit(change)
    open('value')
  }
  if (panel === 'value')
    return (
      <NumberPad label={say('probe_label')} unit="°C" signed value={draft.value} change={value => edit({ value })} />
    )
  const none = say('without')
  if (panel === 'note')
    return (
      <ReasonGrid
        title={say('note')}
        reasons={[...notes(), none]}
        chosen={draft.note ?? none}
        choose={note => choose({ note: note === none ? null : note })}
      />
    )
  return (
    <ReasonGrid
      title={say('instrument')}
      reasons={[...instruments.map(({ title }) => title), none]}
      chosen={probeOf(props)?.title ?? none}
      choose={title => choose({ instrument_id: instruments.find(one => one.title === title)?.instrument_id ?? null })}
    />
  )
}

interface KeyProps {
  name: string
  value: string
  isOpen: boolean
  press: () => void
}

const Key = ({ name, value, isOpen, press }: KeyProps) => (
  <button type="button" class="button probe-key" aria-pressed={isOpen} onClick={press}>
    <span>{name}</span>
    <b>{value}</b>
  </button>
)

/** What the value means, before it is entered. */
function Verdict({ verdict }: { verdict: ProbeVerdict }) {
  if (verdict === 'empty') return null
  if (verdict === 'wrong')
    return (
      <p class="verdict mark" data-tone="warn" role="status">
        {say('wrong_value')}
      </p>
    )
  const word = isOutside(verdict) ? 'judged_outside' : verdict === 'within' ? 'judged_within' : 'judged_recorded'
  return (
    <p class="verdict mark" data-tone={isOutside(verdict) ? 'alarm' : 'ok'} role="status">
      {say(word)}
    </p>
  )
}

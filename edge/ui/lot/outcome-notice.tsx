import { decimalText } from '@flowviz/contract/screen/format'
import type { RegistrationState } from './registration-state.ts'

/** What became of the last command: the lot's code in large, or what to do. */
export function OutcomeNotice({ registration }: { registration: RegistrationState }) {
  const sending = registration.sending.value
  if (sending.at === 'done')
    return (
      <div class="notice outcome" data-tone="ok" role="status">
        <span class="mark" data-tone="ok">
          Registered
        </span>
        <b class="code">{sending.lot.lot_code}</b>
        <span>
          {decimalText(sending.lot.weight_kg)} kg{sending.lot.weight.method === 'manual' && ', by hand'}
        </span>
      </div>
    )
  if (sending.at === 'refused')
    return (
      <div class="notice outcome" data-tone="alarm" role="alert">
        <b>{sending.trouble.title}</b>
        <span>{sending.trouble.detail === sending.trouble.title ? '' : sending.trouble.detail}</span>
        <span class="next">{sending.trouble.hint}</span>
      </div>
    )
  if (sending.at === 'unsure')
    return (
      <div class="notice outcome" data-tone="warn" role="alert">
        <b>{sending.trouble.title}</b>
        <span class="next">
          Your entry is kept here. Press “Send again”: it registers the lot once, however often you press it.
        </span>
        <button type="button" class="button" onClick={registration.unlock}>
          Change the entry instead
        </button>
      </div>
    )
  return null
}

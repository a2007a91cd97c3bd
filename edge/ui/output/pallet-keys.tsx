import type { Pallet } from './output-state.ts'
import { say } from './words.ts'

interface PalletKeysProps {
  pallet: Pallet | null
  waits: boolean
  open: () => void
  close: () => void
}

/** The pallet beside the line: every output goes on it until it is full. */
export function PalletKeys({ pallet, waits, open, close }: PalletKeysProps) {
  if (pallet === null)
    return (
      <>
        <button type="button" class="button" disabled={waits} onClick={open}>
          {say('pallet_new')}
        </button>
        {waits && <span class="quiet">{say('pallet_waits')}</span>}
      </>
    )
  return (
    <>
      <b>{say('pallet_on', { sscc: pallet.sscc ?? say('pallet'), n: pallet.lots.length })}</b>
      <a class="button" href={`/label?hu=${encodeURIComponent(pallet.hu_id)}`}>
        {say('pallet_label')}
      </a>
      <button type="button" class="button" onClick={close}>
        {say('pallet_close')}
      </button>
    </>
  )
}

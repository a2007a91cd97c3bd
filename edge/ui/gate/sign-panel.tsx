import { useEffect, useRef, useState } from 'preact/hooks'
import { PinKeys } from '../part/pin-keys.tsx'
import { say } from './words.ts'

interface SignPanelProps {
  /** Signs with the secret; gives the sentence of a refusal, null when it is done. */
  sign: (secret: string) => Promise<string | null>
  close: () => void
  /** What is signed, and the word on the button; left out: a gate. */
  title?: string
  word?: string
}

const PIN_LENGTH_MIN = 4

/** The PIN again, because a signature is a person's and an unlocked screen is none. */
export function SignPanel({ sign, close, title = say('sign_title'), word = say('sign') }: SignPanelProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [pin, setPin] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const done = async () => {
    const secret = pin
    setPin('')
    setRefusal(await sign(secret))
  }
  return (
    <dialog ref={dialog} class="sheet-panel" aria-label={title} onClose={close}>
      <h2>{title}</h2>
      {refusal !== null && (
        <p class="notice" data-tone="alarm" role="alert">
          {refusal}
        </p>
      )}
      <PinKeys label={title} pin={pin} change={setPin} />
      <div class="decisions">
        <button type="button" class="button" onClick={close}>
          {say('cancel')}
        </button>
        <button
          type="button"
          class="button primary"
          data-kind="primary"
          disabled={pin.length < PIN_LENGTH_MIN}
          onClick={() => void done()}
        >
          {word}
        </button>
      </div>
    </dialog>
  )
}

import { useState } from 'preact/hooks'
import type { Outbox } from './outbox.ts'
import { say } from './words.ts'

const PASSPHRASE_LENGTH_MIN = 10

interface ExportCardProps {
  outbox: Pick<Outbox, 'exportQueue'>
  tablet_id: string | null
}

/** The way out for a queue that no network takes any more: a sealed file, carried by a technician. */
export function ExportCard({ outbox, tablet_id }: ExportCardProps) {
  const [passphrase, setPassphrase] = useState('')
  const [at, setAt] = useState<'ready' | 'making' | 'failed'>('ready')
  const make = async () => {
    setAt('making')
    try {
      hand(await outbox.exportQueue(passphrase), `flowviz-queue-${tablet_id ?? 'tablet'}.json`)
      setPassphrase('')
      setAt('ready')
    } catch {
      setAt('failed')
    }
  }
  return (
    <details class="panel export">
      <summary>{say('export')}</summary>
      <form
        onSubmit={event => {
          event.preventDefault()
          void make()
        }}
      >
        <p>{say('export_note')}</p>
        <div class="field">
          <label for="passphrase">{say('passphrase')}</label>
          <input
            id="passphrase"
            type="password"
            autocomplete="off"
            value={passphrase}
            onInput={event => setPassphrase(event.currentTarget.value)}
          />
        </div>
        <button type="submit" class="button" disabled={at === 'making' || passphrase.length < PASSPHRASE_LENGTH_MIN}>
          {say('export_now')}
        </button>
        {at === 'failed' && <p role="alert">{say('export_failed')}</p>}
      </form>
    </details>
  )
}

/** Gives a file to the person, as a download. */
function hand(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}

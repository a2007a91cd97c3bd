import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { type CameraTrouble, cameraTrouble, nameOf } from './camera-trouble.ts'
import { type Eye, openEye } from './eye.ts'
import { Overlay } from './overlay.tsx'
import type { ScanState } from './scan-state.ts'
import { say } from './words.ts'

const PHASES = { starting: 'camera_starting', loading: 'camera_loading', looking: 'camera_point' } as const

/** The camera as a scanner, and a field for a code that neither can read. It stays open for scan after scan. */
export function Camera({ scan }: { scan: ScanState }) {
  const video = useRef<HTMLVideoElement>(null)
  const phase = useSignal<keyof typeof PHASES>('starting')
  const trouble = useSignal<{ key: CameraTrouble; why: string } | null>(null)
  const eye = useSignal<Eye | null>(null)
  const attempt = useSignal(0)
  const close = () => {
    scan.camera.value = false
  }
  const take = async (raw: string, source: 'camera' | 'typed') => {
    await scan.bus.offer(raw, source)
    if (scan.bus.sheet.value !== null) close()
  }
  useEye({
    video,
    attempt: attempt.value,
    clocks: scan.clocks,
    phase,
    trouble,
    eye,
    saw: raw => void take(raw, 'camera'),
  })
  return (
    <Overlay class="camera" title={say('camera')} close={close}>
      <div class="view" hidden={trouble.value !== null}>
        <video ref={video} muted playsInline aria-label={say('camera')} />
        <p role="status" data-reader={eye.value?.reader}>
          {say(PHASES[phase.value])}
        </p>
        <Light eye={eye.value} />
      </div>
      {trouble.value !== null && (
        <div class="notice" data-tone="warn" role="alert">
          <b>{sentence(trouble.value)}</b>
          <button type="button" class="button" onClick={() => attempt.value++}>
            {say('again')}
          </button>
        </div>
      )}
      <TypedCode take={raw => void take(raw, 'typed')} />
    </Overlay>
  )
}

const sentence = ({ key, why }: { key: CameraTrouble; why: string }) =>
  key === 'camera_failed' ? say('camera_failed', { why }) : say(key)

interface EyeHook {
  video: { current: HTMLVideoElement | null }
  attempt: number
  clocks: ScanState['clocks']
  phase: { value: keyof typeof PHASES }
  trouble: { value: { key: CameraTrouble; why: string } | null }
  eye: { value: Eye | null }
  saw: (raw: string) => void
}

function useEye({ video, attempt, clocks: { monotonic, after }, phase, trouble, eye, saw }: EyeHook): void {
  const latest = useRef(saw)
  latest.current = saw
  useEffect(() => {
    let isGone = false
    trouble.value = null
    const open = async () => {
      if (video.current === null) return
      const opened = await openEye({
        video: video.current,
        monotonic,
        after,
        saw: raw => latest.current(raw),
        phase: next => {
          phase.value = next
        },
      })
      if (isGone) opened.close()
      else eye.value = opened
    }
    open().catch((error: unknown) => {
      if (!isGone) trouble.value = { key: cameraTrouble(error, isSecureContext), why: nameOf(error) }
    })
    return () => {
      isGone = true
      eye.value?.close()
      eye.value = null
    }
  }, [attempt])
}

function Light({ eye }: { eye: Eye | null }) {
  const on = useSignal(false)
  const light = eye?.light ?? null
  if (light === null) return null
  return (
    <button
      type="button"
      class="button"
      aria-pressed={on.value}
      onClick={() => {
        on.value = !on.value
        light(on.value)
      }}
    >
      {say('light')}
    </button>
  )
}

function TypedCode({ take }: { take: (raw: string) => void }) {
  const text = useSignal('')
  return (
    <form
      class="typed"
      onSubmit={event => {
        event.preventDefault()
        const raw = text.value.trim()
        text.value = ''
        if (raw !== '') take(raw)
      }}
    >
      <label class="field">
        <span class="label">{say('type_code')}</span>
        <input
          value={text.value}
          autocomplete="off"
          autocapitalize="characters"
          onInput={event => {
            text.value = event.currentTarget.value
          }}
        />
      </label>
      <button type="submit" class="button" disabled={text.value.trim() === ''}>
        {say('take_code')}
      </button>
    </form>
  )
}

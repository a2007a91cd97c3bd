import { openReader } from './barcode-reader.ts'
import { ReaderMissing } from './camera-trouble.ts'
import type { BarcodeReader } from './reader.ts'
import { createSightings } from './sightings.ts'

export interface EyeParts {
  video: HTMLVideoElement
  /** Called once for each code that comes into sight. */
  saw: (raw: string) => void
  monotonic: () => number
  after: (ms: number, call: () => void) => () => void
  /** What it is doing while nothing is seen yet. */
  phase: (phase: 'starting' | 'loading' | 'looking') => void
}

/** An open camera. */
export interface Eye {
  reader: BarcodeReader['kind']
  /** Switches the lamp; null where there is none. */
  light: ((on: boolean) => void) | null
  close: () => void
}

/** Pictures larger than this hold no more of a label, and take a tablet longer than it has. */
const WIDTH_MAX = 1_280
/** Leaves the page time for everything else. */
const REST_MS = 90

/** Opens the camera at the back and looks for codes until it is closed. Rejects with what the browser says. */
export async function openEye(parts: EyeParts): Promise<Eye> {
  const { video, phase } = parts
  phase('starting')
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: 'environment' }, width: { ideal: 1_280 }, height: { ideal: 720 } },
  })
  const stop = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  try {
    video.srcObject = stream
    await video.play()
    phase('loading')
    const reader = await openReader().catch((error: unknown) => {
      throw new ReaderMissing(error)
    })
    phase('looking')
    const leave = look(parts, reader)
    const close = () => {
      leave()
      stop()
      video.srcObject = null
    }
    return { reader: reader.kind, light: lightOf(stream), close }
  } catch (error) {
    stop()
    throw error
  }
}

function look({ video, saw, monotonic, after }: EyeParts, reader: BarcodeReader): () => void {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const sightings = createSightings()
  let isOpen = true
  let cancel: () => void = () => undefined
  const glance = async () => {
    if (context !== null && video.videoWidth > 0) {
      const scale = Math.min(1, WIDTH_MAX / video.videoWidth)
      canvas.width = Math.round(video.videoWidth * scale)
      canvas.height = Math.round(video.videoHeight * scale)
      context.drawImage(video, 0, 0, canvas.width, canvas.height)
      // A picture that cannot be read is followed by the next.
      const codes = await reader.read(context.getImageData(0, 0, canvas.width, canvas.height)).catch(() => [])
      if (isOpen) for (const raw of sightings(codes, monotonic())) saw(raw)
    }
    if (isOpen) cancel = after(REST_MS, () => void glance())
  }
  void glance()
  return () => {
    isOpen = false
    cancel()
  }
}

function lightOf(stream: MediaStream): Eye['light'] {
  const [track] = stream.getVideoTracks()
  const able = track?.getCapabilities?.() as { torch?: boolean } | undefined
  if (track === undefined || able?.torch !== true) return null
  return on =>
    void track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }).catch(() => undefined)
}

import { openPty } from '../../firmware-adapters/simulator/pty-line.ts'

/** A scale played by a test on a real pseudo-terminal, byte by byte. */
export interface Pan {
  /** What it answers from now on when it is asked for the weight; the exact bytes. */
  shows(frame: Buffer): void
  /** Commands heard so far. */
  heard(): readonly string[]
  stop(): Promise<void>
}

/**
 * Answers MT-SICS commands on a line: I4 and I2 with an identity, SI with the frame it was told. Each answer leaves in
 * pieces, as a slow line delivers it.
 */
export async function playPan(link: string, first: Buffer): Promise<Pan> {
  const line = await openPty(link)
  const commands: string[] = []
  let frame = first
  let rest = ''
  const answers: Record<string, () => Buffer> = {
    I4: () => Buffer.from('I4 A "B123456789"\r\n'),
    I2: () => Buffer.from('I2 A "ICS425 60 kg"\r\n'),
    SI: () => frame,
  }
  const pieces: Buffer[] = []
  const trickle = setInterval(() => {
    const piece = pieces.shift()
    if (piece !== undefined) line.write(piece)
  }, 2)
  line.onBytes(chunk => {
    const lines = (rest + chunk.toString('latin1')).split('\r\n')
    rest = lines.pop() ?? ''
    for (const command of lines) {
      commands.push(command)
      const answer = answers[command]?.() ?? Buffer.from('ES\r\n')
      for (let at = 0; at < answer.length; at += 5) pieces.push(answer.subarray(at, at + 5))
    }
  })
  return {
    shows: next => {
      frame = next
    },
    heard: () => commands,
    stop() {
      clearInterval(trickle)
      return line.destroy()
    },
  }
}

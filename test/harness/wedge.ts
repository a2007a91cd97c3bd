import type { CDPSession, Page } from 'playwright-core'

/** How a scanner types: pauses between its keys, and what it ends with. */
interface Typing {
  end?: 'Enter' | null
}

/** From one key to the next, s. */
const GAP_S = 0.001

const VIRTUAL_KEYS: Record<string, number> = { Enter: 13, ' ': 32 }

/**
 * A scanner that types into this page, as a keyboard: real key events, one right behind the other. GS is Ctrl+], as
 * scanners of the plant send it.
 */
export async function wedgeOf(page: Page): Promise<(code: string, typing?: Typing) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page)
  return async (code, { end = 'Enter' } = {}) => {
    const keys = [...code, ...(end === null ? [] : [end])]
    const ended_s = Date.now() / 1_000
    // Sent together, and with the times of a scanner: a machine that is busy would else stutter as none does.
    await Promise.all(keys.flatMap((key, at) => strokes(devtools, key, ended_s - (keys.length - 1 - at) * GAP_S)))
  }
}

function strokes(devtools: CDPSession, key: string, timestamp: number): Promise<unknown>[] {
  if (key === '\u001d')
    return (['rawKeyDown', 'keyUp'] as const).map(type =>
      devtools.send('Input.dispatchKeyEvent', { type, key: ']', code: 'BracketRight', modifiers: 2, timestamp }),
    )
  const text = key === 'Enter' ? '\r' : key
  const windowsVirtualKeyCode = VIRTUAL_KEYS[key] ?? key.toUpperCase().charCodeAt(0)
  return [
    devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, windowsVirtualKeyCode, timestamp }),
    devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode, timestamp }),
  ]
}

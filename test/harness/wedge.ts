import type { CDPSession, Page } from 'playwright-core'

/** How a scanner types: pauses between its keys, and what it ends with. */
interface Typing {
  end?: 'Enter' | null
}

const VIRTUAL_KEYS: Record<string, number> = { Enter: 13, ' ': 32 }

/**
 * A scanner that types into this page, as a keyboard: real key events, one right behind the other. GS is Ctrl+], as
 * scanners of the plant send it.
 */
export async function wedgeOf(page: Page): Promise<(code: string, typing?: Typing) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page)
  return async (code, { end = 'Enter' } = {}) => {
    // Sent together: a machine that is busy with other tests would else stutter as no scanner does.
    await Promise.all([...code, ...(end === null ? [] : [end])].flatMap(key => strokes(devtools, key)))
  }
}

function strokes(devtools: CDPSession, key: string): Promise<unknown>[] {
  if (key === '\u001d')
    return (['rawKeyDown', 'keyUp'] as const).map(type =>
      devtools.send('Input.dispatchKeyEvent', { type, key: ']', code: 'BracketRight', modifiers: 2 }),
    )
  const text = key === 'Enter' ? '\r' : key
  const windowsVirtualKeyCode = VIRTUAL_KEYS[key] ?? key.toUpperCase().charCodeAt(0)
  return [
    devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, windowsVirtualKeyCode }),
    devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode }),
  ]
}

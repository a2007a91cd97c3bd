import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

interface Symbol {
  pixs: number[]
  pixx: number
}
interface Encoder {
  raw(options: { bcid: string; text: string }): Symbol[]
}
const { raw } = createRequire(new URL('../../edge/server/package.json', import.meta.url))('bwip-js') as Encoder

/**
 * A label with a GS1 DataMatrix in front of the camera of this page. The browser of the tests knows no cameras, not even
 * pretended ones, so the stream of one is drawn in the page; from there on everything is real.
 */
export async function showLabel(page: Page, text: string): Promise<void> {
  const [symbol] = raw({ bcid: 'gs1datamatrix', text })
  const { pixs, pixx } = symbol!
  await page.evaluate(
    ({ pixs, pixx }) => {
      const PIXEL = 10
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
      const context = canvas.getContext('2d')!
      const draw = () => {
        context.fillStyle = 'white'
        context.fillRect(0, 0, canvas.width, canvas.height)
        context.fillStyle = 'black'
        for (const [at, dark] of pixs.entries())
          if (dark === 1) context.fillRect(200 + (at % pixx) * PIXEL, 120 + Math.floor(at / pixx) * PIXEL, PIXEL, PIXEL)
      }
      // A canvas that does not change sends no pictures.
      setInterval(draw, 100)
      navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(10)
    },
    { pixs, pixx },
  )
}

/** The camera of this page fails as a browser says it: NotAllowedError, NotFoundError, NotReadableError. */
export async function refuseCamera(page: Page, name: string): Promise<void> {
  await page.evaluate(name => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('refused', name))
  }, name)
}

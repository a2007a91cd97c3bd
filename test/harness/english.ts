import type { Page } from 'playwright-core'
import { CODES } from '../../contract/error.ts'
import { SENTENCES } from '../../contract/sentence.ts'
import type { Sentence } from '../../contract/sentence-fill.ts'

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What a sentence of the server looks like in English, whatever fills it; null for one that is of slots alone. */
function shapeOf(template: string): RegExp | null {
  const pieces = template.replaceAll(/\[[^\]]*\]/g, '').split(/\{[^}]*\}/)
  return pieces.some(piece => /[a-z]{4}/i.test(piece)) ? new RegExp(pieces.map(escaped).join('.+?')) : null
}

const SHAPES = [
  ...(Object.values(SENTENCES) as Sentence[]).flatMap(sentence =>
    typeof sentence === 'string' ? [sentence] : [sentence.one, sentence.other],
  ),
  ...Object.values(CODES).flatMap(({ title, hint }) => [title, hint].map(text => text.replaceAll(/[{}[\]]/g, ''))),
].flatMap(template => shapeOf(template) ?? [])

/** Lines of a page in Spanish that are the server's own English. */
export async function englishLines(page: Page): Promise<string[]> {
  const { lang, text } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    text: document.body.innerText,
  }))
  if (lang !== 'es') return []
  return text.split('\n').filter(line => SHAPES.some(shape => shape.test(line)))
}

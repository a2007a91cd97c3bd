import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const FLOOR = join(import.meta.dirname, '..')

/** The gallery is for those who build FlowViz; its canned data is said by nobody. */
const isShown = (path: string) => !/(^|\/)(dist|node_modules|gallery)\//.test(path) && !path.endsWith('.states.tsx')

/** What a person reads or hears of an element beside its text. */
const SAID = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-valuetext',
  'label',
  'legend',
  'placeholder',
  'title',
  'word',
])

/** Names, keys and units are the same in every language. */
const SAME = /^(FlowViz|GTIN|SSCC|PIN|Alt|Ctrl|kg|lb|min|ms|px|°C)$/

/** Letters of a sentence: signs are none, and neither are addresses. */
function isLoose(text: string): boolean {
  if (/^\s*(https?:)?\//.test(text)) return false
  return text.split(/[\s·,:;()/+×–—-]+/).some(word => /\p{L}{2}/u.test(word) && !SAME.test(word))
}

/** The texts of an expression that reach the screen as they stand: not what it asks, calls or compares with. */
function textsOf(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node)) {
    const parts = node.templateSpans.flatMap(({ expression, literal }) => [...textsOf(expression), literal.text])
    return [node.head.text, ...parts]
  }
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression)
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)]
  if (!ts.isBinaryExpression(node)) return []
  const { kind } = node.operatorToken
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return textsOf(node.right)
  const gives = [ts.SyntaxKind.PlusToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken]
  return gives.includes(kind) ? [...textsOf(node.left), ...textsOf(node.right)] : []
}

/** Every text of a screen that stands outside of a catalog. */
function looseWords(source: string): string[] {
  const loose: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) loose.push(...[node.text].filter(isLoose))
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && node.expression !== undefined)
      loose.push(...textsOf(node.expression).filter(isLoose))
    if (ts.isJsxAttribute(node) && node.initializer !== undefined && SAID.has(node.name.getText())) {
      const { initializer } = node
      const said = ts.isJsxExpression(initializer) ? initializer.expression : initializer
      if (said !== undefined) loose.push(...textsOf(said).filter(isLoose))
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('screen.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  return loose.map(text => text.trim())
}

test('a sentence outside of a catalog is seen wherever a screen says it', () => {
  const source = `const A = () => (
    <p aria-label="Close it" class="button primary" title={open ? 'Opened' : say('shut')}>
      Loose words {count === 'none' ? 'All work' : say('bad')} {\`\${n} lots\`} <b>FlowViz</b> 12 kg · {kg} {late && 'Late'}
    </p>
  )`
  expect(looseWords(source)).toEqual(['Close it', 'Opened', 'Loose words', 'All work', 'lots', 'Late'])
})

const screens = globSync('**/*.tsx', { cwd: FLOOR }).filter(isShown).sort()

test('there are screens', () => expect(screens.length).toBeGreaterThan(50))

test.each(screens)('%s says everything by a catalog', path => {
  expect(looseWords(readFileSync(join(FLOOR, path), 'utf8'))).toEqual([])
})

import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import t from 'tap'
import { HQ_PEOPLE, PLANT_PEOPLE } from '../provisioning/demo/people.ts'

const ROOT = resolve(import.meta.dirname, '..')
const page = readFileSync(join(ROOT, 'README.md'), 'utf8')

t.test('the sign-ins that the README names are those of the demo', async t => {
  const operator = PLANT_PEOPLE.find(({ name }) => name === 'operator')!
  const admin = HQ_PEOPLE.find(({ name }) => name === 'admin')!
  t.ok(page.includes(`\`operator\`, PIN \`${operator.secret}\``), 'the operator')
  t.ok(page.includes(`\`admin\`, \`${admin.secret}\``), 'the administrator of headquarters')
})

t.test('the README has the two lines, and everything that it points to is there', async t => {
  for (const line of ['npm ci && npm start', 'npm ci && npm test']) t.ok(page.includes(`\n${line}\n`), line)
  const scripts = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts as Record<string, string>
  for (const [, name] of page.matchAll(/npm run ([a-z:]+)/g)) t.ok(scripts[name!], `npm run ${name}`)
  const paths = [...page.matchAll(/\]\(([^)#:]+)\)/g), ...page.matchAll(/`(test\/[a-z.-]+)`/g)].map(([, path]) => path!)
  for (const path of paths) t.ok(existsSync(join(ROOT, path)), path)
})

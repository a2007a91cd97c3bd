import { globSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import t from 'tap'

const ROOT = resolve(import.meta.dirname, '..')
const ROOMS = '{contract,firmware-adapters,edge,cloud,provisioning,bench,test}/**/*.{ts,tsx,mjs,sql,css}'
const PAGES = '{*.md,*.json,.*rc,docs/**/*.md,systemd/**/*,ops/**/*,.ci/run}'
const LINES_MAX = 300
const NOT_OURS = /(^|\/)(node_modules|generated|dist|\.tap|\.demo)(\/|$)/

const TESTS = /[.]test[.]tsx?$|\/testing\/|^(test|bench)\//
const SCREENS = /^(edge\/ui|cloud\/dashboard)\//
const TOOLING = /[.]config[.]ts$/

interface Manner {
  what: RegExp
  /** Files that may: each exception says why in a comment. */
  except: RegExp[]
  why: string
}

const MANNERS: Manner[] = [
  { what: /process\.env/, except: [/\/config\.ts$/, TESTS, TOOLING], why: 'settings enter through config.ts' },
  {
    what: /Date\.now\(|new Date\(\)|performance\.now\(/,
    // A thread has no caller to hand it a clock: its entry file is the main.ts of the thread.
    except: [/\/main\.ts$/, /-worker\.ts$/, TESTS, SCREENS],
    why: 'time is handed in as now()',
  },
  {
    what: /Math\.random\(|randomUUID\(|randomInt\(/,
    except: [/\/main\.ts$/, /-worker\.ts$/, TESTS, SCREENS],
    why: 'randomness is handed in',
  },
  { what: /\bconsole\./, except: [/^provisioning\//, /\/main\.tsx?$/, TESTS], why: 'log through the injected logger' },
  { what: /\b(FIXME|XXX|TODO)\b/, except: [/^test\/tidy\.test\.ts$/], why: 'finish it or file it' },
  {
    what: /\b(SELECT\s[\s\S]{1,300}?\sFROM|INSERT INTO|UPDATE\s+\w+\s+SET|DELETE FROM|CREATE TABLE)\s/,
    except: [/\/store\//, TESTS],
    why: 'SQL lives in store/',
  },
  {
    what: /\.(only|skip|todo)\(|\b(xit|xdescribe|xtest)\(|(v8|c8|istanbul) ignore/,
    except: [/^test\/tidy\.test\.ts$/],
    why: 'a skipped test is a deleted test; skipIf with a loud reason is the one way',
  },
  {
    what: /@ts-ignore|@ts-nocheck|biome-ignore-all/,
    except: [/^test\/tidy\.test\.ts$/],
    why: 'types are not optional',
  },
  { what: /\bfetch\(/, except: [/^(?!edge\/server\/)/, /\/sync\//, TESTS], why: 'only sync/ knows that HQ exists' },
]
/** Holds for pages and units too: a path of one developer's machine is a path nobody else has. */
const MACHINE_PATH = /(?<![\w.])\/(home|root|Users|work|farm)\/[\w.]/

const list = (pattern: string) =>
  globSync(pattern, { cwd: ROOT }).filter(file => !NOT_OURS.test(file) && statSync(join(ROOT, file)).isFile())
const text = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const sources = list(ROOMS)
/** Names of the files whose text breaks the manner, with the words that break it. */
const breaks = ({ what, except }: Manner) =>
  sources.flatMap(file => {
    if (except.some(pattern => pattern.test(file))) return []
    const found = what.exec(text(file))
    return found === null ? [] : [`${file}: ${found[0].replace(/\s+/g, ' ').slice(0, 60)}`]
  })

t.test('the rooms are found', async t => {
  t.ok(sources.length > 50, `${sources.length} files`)
})

t.test('a file is named by one noun or verb, in kebab-case, and no room is a drawer', async t => {
  // Postgrator wants its migrations numbered, with the direction in the name.
  const named = /^(\d{3}\.do\.)?_?[a-z0-9-]+(\.(test|config|states|d))?\.(ts|tsx|mjs|sql|css)$/
  t.same(
    sources.filter(file => !named.test(file.split('/').at(-1)!)),
    [],
  )
  t.same(
    sources.filter(file => /(^|\/)(utils?|helpers?|common|lib|types|services?|managers?|misc)(\/|[.])/.test(file)),
    [],
  )
})

t.test(`no file is longer than ${LINES_MAX} lines`, async t => {
  t.same(
    sources.filter(file => text(file).split('\n').length > LINES_MAX + 1),
    [],
  )
})

for (const manner of MANNERS) t.test(manner.why, async t => t.same(breaks(manner), []))

t.test('no file names a path of one machine', async t => {
  const files = [...sources, ...list(PAGES)].filter(file => file !== 'test/tidy.test.ts')
  t.same(
    files.filter(file => MACHINE_PATH.test(text(file))),
    [],
  )
})

t.test('each manner is seen to fire on what it forbids', async t => {
  const offences = [
    'process.env.HOME',
    'Date.now()',
    'Math.random()',
    'console.log(1)',
    'FIXME',
    'SELECT a FROM b ',
    'test.only(',
    '@ts-ignore',
    'fetch(url)',
  ]
  MANNERS.forEach((manner, at) => {
    t.match(offences[at], manner.what, manner.why)
    t.notOk(
      manner.except.some(pattern => pattern.test('edge/server/live/hub.ts')),
      'a plain room has no exception',
    )
  })
  t.match('cd /home/me/flowviz', MACHINE_PATH)
  t.notMatch('https://example.com/work/plan', MACHINE_PATH)
})

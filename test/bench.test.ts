import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import Type, { type TProperties } from 'typebox'
import { Compile } from 'typebox/compile'

const ROOT = resolve(import.meta.dirname, '..')
const run = promisify(execFile)

const reportOf = (bench: string, row: TProperties, more: TProperties = {}) =>
  Compile(
    Type.Object(
      {
        bench: Type.Literal(bench),
        machine: Type.Object({ cpu: Type.String(), cores: Type.Integer(), node: Type.String() }),
        rows: Type.Array(Type.Object(row), { minItems: 1 }),
        ...more,
        goals: Type.Array(
          Type.Object(
            { what: Type.String(), value: Type.Number(), goal: Type.Number(), met: Type.Boolean() },
            { additionalProperties: false },
          ),
          { minItems: 1 },
        ),
      },
      { additionalProperties: false },
    ),
  )
const Positive = Type.Number({ exclusiveMinimum: 0 })

async function quick(bench: string): Promise<unknown> {
  const args = [join(ROOT, 'bench', `${bench}.ts`), '--json', '--quick']
  const { stdout } = await run(process.execPath, args, { cwd: ROOT, timeout: 120_000, maxBuffer: 16 << 20 })
  return JSON.parse(stdout)
}

t.test('bench:write --json prints one object with a row for every contender at every door', async t => {
  const Report = reportOf('write', {
    door: Type.String(),
    disk: Type.String(),
    contender: Type.String(),
    in_flight: Type.Integer({ minimum: 1 }),
    per_second: Positive,
    p50_ms: Positive,
    p99_ms: Positive,
  })
  const report = await quick('write')
  t.same([...Report.Errors(report)], [])
  const { rows } = report as { rows: { door: string; contender: string }[] }
  const names = (door: string) => [...new Set(rows.filter(row => row.door === door).map(row => row.contender))].sort()
  t.same(names('lots'), ['express', 'flowviz', 'no-commit'])
  t.same(names('readings'), ['aedes', 'aedes-each', 'flowviz', 'no-commit'])
})

t.test('bench:trace --json: every contender finds the same lots, in a time of its own', async t => {
  const Report = reportOf('trace', {
    contender: Type.String(),
    about: Type.Integer(),
    lots: Positive,
    median_ms: Positive,
    p99_ms: Positive,
    rounds: Positive,
  })
  const report = await quick('trace')
  t.same([...Report.Errors(report)], [])
  const { rows } = report as { rows: { contender: string; about: number; lots: number }[] }
  for (const size of [10, 1_000]) t.equal(new Set(rows.filter(row => row.about === size).map(row => row.lots)).size, 1)
})

t.test('bench:export --json: each format holds every row, while people go on registering', async t => {
  const Timed = Type.Number({ minimum: 0 })
  const Report = reportOf('export', {
    what: Type.String(),
    seconds: Positive,
    file_mb: Timed,
    rows: Type.Integer({ minimum: 0 }),
    registrations: Positive,
    p50_ms: Positive,
    p99_ms: Positive,
  })
  const report = await quick('export')
  t.same([...Report.Errors(report)], [])
  const { rows, goals } = report as { rows: { what: string }[]; goals: { value: number; goal: number }[] }
  t.same(
    rows.map(({ what }) => what),
    ['registrations alone', 'xlsx', 'csv'],
  )
  t.same(
    goals.filter(({ goal }) => goal === 0).map(({ value }) => value),
    [0, 0],
    'no row is missing or too many',
  )
})

t.test('bench:day --json: a small day is acknowledged whole, and its file agrees', async t => {
  const Report = reportOf(
    'day',
    { pace: Type.String(), disk: Type.String(), kind: Type.String(), count: Positive, p99_ms: Positive },
    { plants: Type.Array(Type.Object({ day: Type.String(), rss_mb: Positive, plant_db_mb: Positive })) },
  )
  const report = await quick('day')
  t.same([...Report.Errors(report)], [])
  const { rows, goals } = report as { rows: { kind: string }[]; goals: { what: string; goal: number; met: boolean }[] }
  t.same([...new Set(rows.map(({ kind }) => kind))], ['register', 'gate', 'move', 'link', 'page', 'all'])
  // What is counted holds on every machine; what is timed, or weighed for a second, says nothing here.
  t.same(
    goals.filter(({ goal, met }) => goal === 0 && !met).map(({ what }) => what),
    [],
  )
})

t.test(
  'bench:devices --json: every kind of device is read, and what was acknowledged is what was sent and stored',
  async t => {
    const Report = reportOf(
      'devices',
      { kind: Type.String(), devices: Positive, frames: Positive, acknowledged: Positive, stored: Positive },
      { plants: Type.Array(Type.Object({ gateway_core_pct: Positive, gateway_rss_max_mib: Positive })) },
    )
    const report = await quick('devices')
    t.same([...Report.Errors(report)], [])
    const { rows, goals } = report as {
      rows: { kind: string; devices: number }[]
      goals: { value: number; goal: number }[]
    }
    t.same(
      rows.map(({ kind, devices }) => [kind, devices]),
      [
        ['scale', 16],
        ['modbus', 40],
        ['mqtt', 8],
      ],
    )
    t.same(
      goals.filter(({ goal }) => goal === 0).map(({ value }) => value),
      [0, 0],
      'nothing is lost, and nothing is there that was not sent',
    )
  },
)

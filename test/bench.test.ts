import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import Type from 'typebox'
import { Compile } from 'typebox/compile'

const ROOT = resolve(import.meta.dirname, '..')
const run = promisify(execFile)

const Report = Compile(
  Type.Object(
    {
      bench: Type.Literal('write'),
      machine: Type.Object({ cpu: Type.String(), cores: Type.Integer(), node: Type.String() }),
      rows: Type.Array(
        Type.Object({
          door: Type.String(),
          disk: Type.String(),
          contender: Type.String(),
          in_flight: Type.Integer({ minimum: 1 }),
          per_second: Type.Number({ exclusiveMinimum: 0 }),
          p50_ms: Type.Number({ exclusiveMinimum: 0 }),
          p99_ms: Type.Number({ exclusiveMinimum: 0 }),
        }),
        { minItems: 1 },
      ),
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

t.test('bench:write --json prints one object with a row for every contender at every door', async t => {
  const args = [join(ROOT, 'bench', 'write.ts'), '--json', '--quick']
  const { stdout } = await run(process.execPath, args, { cwd: ROOT, timeout: 120_000, maxBuffer: 16 << 20 })
  const report: unknown = JSON.parse(stdout)
  t.same([...Report.Errors(report)], [])
  const { rows } = report as { rows: { door: string; contender: string }[] }
  const names = (door: string) => [...new Set(rows.filter(row => row.door === door).map(row => row.contender))].sort()
  t.same(names('lots'), ['express', 'flowviz', 'no-commit'])
  t.same(names('readings'), ['aedes', 'aedes-each', 'flowviz', 'no-commit'])
})

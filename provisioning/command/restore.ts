import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { FlowError } from '@flowviz/contract/error'
import { RESTORED_MARKER } from '@flowviz/contract/restore'
import { timestampOf } from '@flowviz/contract/time'
import { Command } from 'commander'
import { readBoxConfig } from '../config.ts'
import { litestreamPath } from '../litestream/binary.ts'
import { type ReplicatedFile, readReplicated } from '../litestream/config.ts'
import type { Litestream } from '../litestream/copy.ts'
import { EXIT, paint, type Terminal } from '../output.ts'
import { generationsOf, snapshotsOf } from '../restore/candidate.ts'
import { holdersOf } from '../restore/holder.ts'
import { filesOf, moveAside, putInPlace } from '../restore/place.ts'
import { bestOf, type Tried } from '../restore/tried.ts'
import { tryAll } from '../restore/try.ts'

const PLANT = 'plant.db'
const TELEMETRY = 'telemetry.db'
const FILES = [PLANT, TELEMETRY] as const
const REFUSED_MAX = 200
const CAUSE_MAX = 500

interface RestoreFlags {
  dataDir?: string
  config: string
  snapshots?: string
  replace?: boolean
  yes?: boolean
  json?: boolean
}

interface Plan {
  dataDir: string
  tool: Litestream
  replicated: ReplicatedFile[]
  snapshots: string | null
}

/** `flowviz restore`: puts the newest whole copy of a plant in place; the appliance heals it at its next start. */
export function restoreCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('restore')
    .description(
      'Tries every copy of the databases, verifies each, and puts the newest whole one in place. Stop the box first.',
    )
    .option('--data-dir <folder>', 'where plant.db and telemetry.db belong (default FLOWVIZ_DATA_DIR)')
    .option('--config <file>', 'the configuration of Litestream', '/etc/flowviz/litestream.yml')
    .option('--snapshots <folder>', 'a folder with copies of the files, tried as well')
    .option('--replace', 'files that are there are moved into a folder beside them; nothing is deleted')
    .option('--yes', 'put it in place; without it everything is tried and nothing is changed')
    .option('--json', 'the answer as JSON')
    .action(async (flags: RestoreFlags) => exit(await restore(terminal, flags)))
}

async function restore(terminal: Terminal, flags: RestoreFlags): Promise<number> {
  const plan = planOf(flags)
  refuseInUse(plan.dataDir, flags.replace === true)
  const scratch = mkdtempSync(join(plan.dataDir, '.restore-'))
  try {
    const tell = flags.json ? () => {} : terminal.err
    const tried = {
      plant: await tryCopies(plan, PLANT, { scratch, tell }),
      telemetry: await tryCopies(plan, TELEMETRY, { scratch, tell }),
    }
    const plant = bestOf(tried.plant)
    const telemetry = bestOf(tried.telemetry)
    if (plant === null) throw nothingWhole(tried.plant)
    const aside = flags.yes
      ? place(
          plan.dataDir,
          { plant, telemetry, tried: [...tried.plant, ...tried.telemetry] },
          timestampOf(terminal.now()),
        )
      : null
    show(terminal, flags, { plan, plant, telemetry, tried, aside })
    return EXIT.ok
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function planOf(flags: RestoreFlags): Plan {
  const box = readBoxConfig()
  const dataDir = flags.dataDir ?? box.data_dir
  if (dataDir === null)
    throw new FlowError('config_invalid', 'Say where the files belong: --data-dir or FLOWVIZ_DATA_DIR.')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  return {
    dataDir: resolve(dataDir),
    tool: { binary: litestreamPath(box.litestream_bin), configFile: flags.config },
    replicated: readReplicated(flags.config),
    snapshots: flags.snapshots ?? null,
  }
}

function refuseInUse(dataDir: string, replace: boolean): void {
  const holders = holdersOf(dataDir)
  if (holders.length > 0)
    throw new FlowError('files_in_use', `Process ${holders.join(', ')} has files of ${dataDir} open.`)
  const present = FILES.flatMap(name => (existsSync(join(dataDir, name)) ? filesOf(dataDir, name) : []))
  if (present.length > 0 && !replace)
    throw new FlowError(
      'files_present',
      `${present.map(path => basename(path)).join(', ')} in ${dataDir} would be replaced.`,
    )
}

async function tryCopies(
  { tool, replicated, snapshots }: Plan,
  name: string,
  { scratch, tell }: { scratch: string; tell: (line: string) => void },
): Promise<Tried[]> {
  const refused: Tried[] = []
  const files = replicated.filter(file => basename(file.path) === name)
  const generations = await Promise.all(files.map(file => generationsOf(tool, file, refused)))
  const copies = snapshots === null ? [] : snapshotsOf(snapshots, name)
  return [...refused, ...(await tryAll([...generations.flat(), ...copies], { scratch, name, tell }))]
}

function nothingWhole(tried: Tried[]): FlowError {
  const list = tried.map(({ source, cause }) => `${source}: ${cause}`)
  return new FlowError('restore_impossible', list.length === 0 ? 'There is no copy at all.' : list.join('; '), {
    extra: { tried: list },
  })
}

function place(
  dataDir: string,
  { plant, telemetry, tried }: { plant: Tried; telemetry: Tried | null; tried: Tried[] },
  at: string,
): string | null {
  const aside = moveAside(dataDir, [...FILES, RESTORED_MARKER], at)
  const files = [
    ...(telemetry === null ? [] : [{ name: TELEMETRY, path: telemetry.path! }]),
    { name: PLANT, path: plant.path! },
  ]
  putInPlace(dataDir, files, {
    v: 1,
    source: plant.source.slice(0, CAUSE_MAX),
    restored_seq: plant.head!.seq,
    refused: tried
      .filter(one => one.head === null)
      .slice(0, REFUSED_MAX)
      .map(({ source, cause }) => `${source}: ${cause}`.slice(0, CAUSE_MAX)),
  })
  return aside
}

interface Outcome {
  plan: Plan
  plant: Tried
  telemetry: Tried | null
  tried: { plant: Tried[]; telemetry: Tried[] }
  aside: string | null
}

function show(terminal: Terminal, flags: RestoreFlags, { plan, plant, telemetry, tried, aside }: Outcome): void {
  const placed = flags.yes === true
  if (flags.json) {
    const view = (one: Tried | null) => (one === null ? null : { source: one.source, ...one.head })
    const list = [...tried.plant, ...tried.telemetry].map(({ source, head, cause }) => ({ source, head, cause }))
    terminal.out(
      JSON.stringify({
        ok: true,
        placed,
        data_dir: plan.dataDir,
        plant: view(plant),
        telemetry: view(telemetry),
        aside,
        tried: list,
      }),
    )
    return
  }
  const chosen = `epoch ${plant.head!.epoch}, event ${plant.head!.seq}`
  if (!placed) {
    terminal.out(`The newest whole copy ends at ${chosen} (${plant.source}). Nothing was changed: add --yes.`)
    return
  }
  if (aside !== null) terminal.out(`What was there lies in ${aside}.`)
  if (telemetry === null) terminal.out('No copy of telemetry.db was whole: its readings come back from headquarters.')
  terminal.out(`${paint(terminal, 'green', 'restored')} to ${chosen} (${plant.source}).`)
  terminal.out('Start the box: it asks headquarters for what is missing before it takes writes.')
}

import type { Role } from '@flowviz/contract/role'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useFloor } from '../frame/floor-context.ts'
import { HoldButton } from '../frame/hold-button.tsx'
import { Icon } from '../frame/icon.tsx'
import type { Scan } from '../scan/scan-bus.ts'
import { ScanButton } from '../scan/scan-button.tsx'
import { useScan } from '../scan/use-scan.ts'
import { sayBar } from './bar-words.ts'
import { NoticeCard } from './notice-card.tsx'
import type { ShownNotice } from './notice-view.ts'
import { recallOf } from './recall-of.ts'
import { type Hit, hitsOf, tellFound, tellMissing } from './seek.ts'
import { say } from './words.ts'

const SEEKERS: ReadonlySet<Role> = new Set<Role>(['ADMIN', 'MANAGER', 'AUDITOR', 'OPERATOR'])

/** F19: a recall over every screen and every sheet, until its lots are told of. Nothing closes it; it may be put aside for a while. */
export function TakeOver({ notice }: { notice: ShownNotice }) {
  const floor = useFloor()
  const recall = recallOf(floor)
  const dialog = useRef<HTMLDialogElement>(null)
  const [chosen_id, choose] = useState<string | null>(null)
  const role = floor.session.person.value?.role
  const maySeek = role !== undefined && SEEKERS.has(role)
  const { seek, said } = useSeek()
  useScan(floor.scan.bus, seek, 'first')
  useEffect(() => {
    const box = dialog.current
    box?.showModal()
    box?.focus()
    return () => box?.close()
  }, [])
  const done = (hit: Hit, told: Promise<unknown>, missing: boolean) => {
    choose(null)
    said([hit], told, missing)
  }
  const word = sayBar(notice.mode === 'mock' ? 'drill' : 'recall')
  return (
    <dialog
      ref={dialog}
      class="recall"
      data-recall={notice.mode}
      tabIndex={-1}
      aria-label={`${word}: ${notice.scenario}`}
      onCancel={event => event.preventDefault()}
      onClose={() => dialog.current?.isConnected === true && dialog.current.showModal()}
    >
      <header>
        <h1>
          <b>{word}</b> <span>{notice.scenario}</span>
        </h1>
        {maySeek && <ScanButton scan={floor.scan} />}
        <a class="call" href="/help">
          <Icon name="help" />
          {say('help')}
        </a>
        <button type="button" class="call" onClick={() => floor.session.lock()}>
          {say('switch_person')}
        </button>
      </header>
      <NoticeCard
        notice={notice}
        behind={recall.open.value.length - 1}
        chosen={notice.lots.find(({ lot_id }) => lot_id === chosen_id) ?? null}
        choose={maySeek ? lot => choose(lot?.lot_id ?? null) : null}
        found={lot => done({ notice, lot }, tellFound(floor.outbox, { notice, lot }, say('unreadable')), false)}
        missing={(lot, reason) => done({ notice, lot }, tellMissing(floor.outbox, { notice, lot }, reason), true)}
        as_of={floor.away.value === null ? null : (floor.shelf.recallNotices.kept.value?.as_of ?? null)}
      />
      <footer>
        <p class="quiet">{say('aside_hint')}</p>
        <HoldButton class="button" run={recall.putAside}>
          {say('aside')}
        </HoldButton>
      </footer>
    </dialog>
  )
}

/** What a scan means while a recall is looked for: one of its lots, or one to be left where it is. */
function useSeek() {
  const floor = useFloor()
  const { bus } = floor.scan
  const recall = recallOf(floor)
  const said = (hits: readonly Hit[], told: Promise<unknown>, missing: boolean) => {
    const title = say(missing ? 'said_missing' : 'said_found', { code: hits.map(({ lot }) => lot.lot_code).join(', ') })
    told.then(
      () => {
        const n = recall.open.peek().reduce((sum, { to_find_count }) => sum + to_find_count, 0)
        bus.say({ tone: 'ok', title, text: n === 0 ? say('all_found') : say('left', { n }) })
      },
      () => bus.say({ tone: 'forbidden', title: say('not_kept') }),
    )
  }
  const seek = async (scan: Scan) => {
    const finding = await scan.finding()
    // Who comes next signs in by a badge; the screens below are not asked.
    if (finding.kind === 'person') return false
    const hits = hitsOf(scan.raw, finding, recall.open.peek())
    const role = floor.session.person.peek()?.role
    if (hits === null) bus.say({ tone: 'unknown', title: say('unknown'), text: scan.raw })
    else if (role === undefined || !SEEKERS.has(role)) bus.say({ tone: 'forbidden', title: say('look_only') })
    else if (hits.length === 0)
      bus.say({ tone: 'forbidden', title: say('wrong'), text: say('wrong_text', { what: nameOf(finding, scan.raw) }) })
    else found(hits)
    return true
  }
  const found = (hits: readonly Hit[]) => {
    const fresh = hits.filter(({ lot }) => lot.said !== 'FOUND')
    const [known] = hits
    if (fresh.length > 0) said(fresh, Promise.all(fresh.map(hit => tellFound(floor.outbox, hit))), false)
    else if (known !== undefined) bus.say({ tone: 'ok', title: known.lot.lot_code, text: say('already') })
  }
  return { seek, said }
}

function nameOf(finding: Awaited<ReturnType<Scan['finding']>>, raw: string): string {
  if (finding.kind === 'lot') return finding.lot.lot_code
  if (finding.kind === 'location') return finding.location.title
  return raw
}

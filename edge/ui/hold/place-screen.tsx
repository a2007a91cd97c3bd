import { useEffect, useMemo, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { knownLotsOf } from '../lot/known-lots.ts'
import type { Scan } from '../scan/scan-bus.ts'
import { useScan } from '../scan/use-scan.ts'
import { draftSignal } from '../session/draft.ts'
import { PlaceCard } from './place-card.tsx'
import { EMPTY_HOLD, type HeldRef, heldRefs, holdIntents } from './place-hold.ts'
import { say } from './words.ts'

/** Roles that may hold lots (contract/permission). */
const HOLDERS = new Set(['MANAGER', 'OPERATOR'])

/** F13: lots are held by scanning them and touching why; at once, whether the appliance answers or not. */
export function PlaceScreen() {
  const floor = useFloor()
  const { query, route } = useLocation()
  const kept = useMemo(() => draftSignal(floor.storage, 'hold', EMPTY_HOLD), [floor])
  const [isBusy, setBusy] = useState(false)
  const add = (ref: string) => {
    if (!kept.peek().refs.includes(ref)) kept.value = { ...kept.peek(), refs: [...kept.peek().refs, ref] }
  }
  useEffect(() => {
    if (query.hold !== undefined) route(`/holds/${query.hold}`, true)
    for (const ref of query.lot?.split(',') ?? []) add(ref)
  }, [query.hold, query.lot])
  useScan(floor.scan.bus, scan => addScanned(scan))
  const addScanned = async (scan: Scan): Promise<boolean> => {
    const finding = await scan.finding()
    // A label that this tablet cannot look up may still be that of a lot: the appliance says when it arrives.
    const offline = finding.kind === 'unknown' && finding.why === 'offline'
    const code =
      finding.kind === 'lot' ? finding.lot.lot_code : offline ? (finding.label?.lot ?? scan.raw.trim()) : null
    if (code === null || code === '' || code.length > LOT_REF_MAX) return false
    const isThere = held.some(one => one.code === code)
    add(code)
    floor.scan.bus.say({ tone: 'ok', title: say(isThere ? 'there_already' : 'added', { code }) })
    return true
  }
  const { reason, refs } = kept.value
  const held = heldRefs(refs, knownLotsOf(floor).value ?? [])
  const place = async () => {
    if (reason === null) return
    setBusy(true)
    try {
      for (const intent of holdIntents(held, reason)) await floor.outbox.put(intent)
      kept.value = EMPTY_HOLD
      const text = floor.away.peek() === null ? {} : { text: say('held_offline') }
      floor.scan.bus.say({ tone: 'ok', title: say('held', { lots: codesOf(held) }), ...text })
      route('/holds')
    } catch {
      floor.scan.bus.say({ tone: 'forbidden', title: floor.outbox.trouble.peek()?.title ?? say('not_kept') })
    } finally {
      setBusy(false)
    }
  }
  const mayHold = HOLDERS.has(floor.session.person.value?.role ?? '')
  const missing = held.length === 0 ? say('missing_lots') : reason === null ? say('missing_reason') : null
  return (
    <Screen
      title={say('place_title')}
      back="/holds"
      class="place-hold"
      primary={{
        word: say('hold'),
        missing: mayHold ? missing : say('no_role'),
        busy: isBusy,
        run: () => void place(),
      }}
    >
      <PlaceCard
        held={held}
        reason={reason}
        choose={chosen => {
          kept.value = { ...kept.peek(), reason: chosen }
        }}
        leaveOut={code => {
          const refsOf = (ref: string) => heldRefs([ref], knownLotsOf(floor).peek() ?? [])[0]?.code
          kept.value = { ...kept.peek(), refs: kept.peek().refs.filter(ref => refsOf(ref) !== code) }
        }}
      />
    </Screen>
  )
}

const LOT_REF_MAX = 60
const NAMED = 3

const codesOf = (held: readonly HeldRef[]): string =>
  held
    .slice(0, NAMED)
    .map(({ code }) => code)
    .join(', ') + (held.length > NAMED ? ' …' : '')

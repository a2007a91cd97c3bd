import { act } from './act.ts'
import type { Command, CommandKind } from './command.ts'
import type { Context, Decide } from './command-context.ts'
import { decideCapture } from './epcis.ts'
import { decideExpiry } from './expire.ts'
import { decideEpoch, decideHealed, decideRecovery } from './heal.ts'
import type { Draft } from './ledger.ts'
import { decideLot } from './lot.ts'
import { decideReadings } from './monitor.ts'
import { decideUsers } from './people.ts'
import { endSession, saveSession } from './people-session.ts'
import { decideDevices, decidePeople } from './seed.ts'
import { enrolTablet, inviteTablet, receiveTablet, revokeTablet } from './tablet.ts'

type Rules = { [K in CommandKind]: Decide<K> }

const record: Decide<'record'> = ({ type, actor, subject, data, occurred_at }, { ledger }) => {
  const draft = { type, actor, subject, data, occurred_at }
  const { seq, id } = ledger.append(draft as Draft<typeof type>)
  return { seq, event_id: id }
}

const RULES: Rules = {
  'register-lot': decideLot,
  act: ({ idempotency, sent, ...ask }, context) => act(ask, { idempotency, sent, context }),
  'invite-tablet': inviteTablet,
  'enrol-tablet': enrolTablet,
  'revoke-tablet': revokeTablet,
  'receive-tablet': receiveTablet,
  record,
  'expire-lots': decideExpiry,
  'sync-devices': decideDevices,
  'seed-people': decidePeople,
  people: decideUsers,
  'save-session': saveSession,
  'end-session': endSession,
  'keep-ack': (takes, { store }) => {
    store.acks.keep(takes)
    return { kept: true }
  },
  'append-healed': decideHealed,
  'start-epoch': decideEpoch,
  'recover-event': decideRecovery,
  'judge-readings': decideReadings,
  'capture-epcis': decideCapture,
  'sign-checkpoint': (_takes, context) => ({ size: signCheckpoint(context) }),
}

/** Signs the present tree if it has grown since the last signature; gives the size that is signed. */
export function signCheckpoint({ store, ledger, key }: Context): number {
  const seq = ledger.seq()
  if (seq > store.checkpoints.lastSize()) {
    store.checkpoints.keep(seq, key.checkpoint(ledger))
    store.checkpoints.thin()
  }
  return seq
}

// These bring the ledger's own first row, or say why there is none.
const BEFORE_THE_FIRST_ROW: readonly CommandKind[] = ['append-healed', 'start-epoch', 'keep-ack', 'sign-checkpoint']

/** Decides one command against the state of the transaction it is in. @throws FlowError when it is refused. */
export function decide(command: Command, context: Context): unknown {
  if (context.ledger.seq() === 0 && !BEFORE_THE_FIRST_ROW.includes(command.kind)) startLedger(context)
  const rule = RULES[command.kind] as (takes: Command['takes'], context: Context) => unknown
  return rule(command.takes, context)
}

/** The first row of a new ledger names the site and the key that its chain begins with. */
export function startLedger({ ledger, site, key, version }: Context): void {
  ledger.append({
    type: 'ledger.started',
    actor: { kind: 'box', id: site, role: null, station: null, device: null, auth: 'box_key' },
    subject: `site:${site}`,
    data: { site, public_key: key.publicKey, flowviz_version: version },
  })
}

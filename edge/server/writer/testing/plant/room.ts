import type { Reading } from '@flowviz/contract/reading'
import { timestampOf } from '@flowviz/contract/time'
import type { Command } from '../../command.ts'
import { BOX, OPERATOR } from '../actor.ts'
import { MONITOR } from './furnish.ts'
import { lotThat, type Scene, stands } from './scene.ts'

/** What the plant does by itself, and what headquarters tells it. */
export type Event = (scene: Scene) => Command | null

/** The room's sensor over some minutes up to now: mostly cold, now and then for long too warm, sometimes broken. */
export const measure: Event = scene => {
  const { dice, store, now_ms } = scene
  const cursor = store.monitors.cursor() ?? 0
  const warm = dice.chance(30)
  const readings = Array.from({ length: 1 + dice.below(5) }, (_, at, count = 5): Reading => {
    const value = dice.chance(8)
      ? null
      : dice.chance(85) === warm
        ? dice.one('6', '9', '-1')
        : dice.one('2', '4', '0.2')
    const received_at = timestampOf(now_ms - (count - at) * 40_000)
    return {
      seq: cursor + at + 1,
      device_id: MONITOR.device_id,
      channel: MONITOR.channel,
      value,
      unit: value === null ? null : MONITOR.unit,
      quality: value === null ? 'bad' : 'good',
      reason: value === null ? 'sensor_fault' : 'ok',
      verdict: 'unjudged',
      measured_at: received_at,
      received_at,
      source: `s:${cursor + at + 1}`,
    }
  })
  const takes = {
    readings,
    upto_seq: cursor + readings.length,
    live: dice.chance(85),
    now: timestampOf(now_ms),
    listening_since: timestampOf(now_ms - 3_600_000),
  }
  return { kind: 'judge-readings', takes }
}

/** The judge looks up from the readings: there were no more. */
export const listen = ({ store, now_ms }: Scene): Command => ({
  kind: 'judge-readings',
  takes: {
    readings: [],
    upto_seq: store.monitors.cursor() ?? 0,
    live: true,
    now: timestampOf(now_ms),
    listening_since: timestampOf(now_ms - 3_600_000),
  },
})

/** The clock passes the last day of lots. */
export const expire: Event = ({ now_ms }) => ({
  kind: 'expire-lots',
  takes: { actor: BOX, today: timestampOf(now_ms).slice(0, 10) },
})

/** Headquarters recalls a lot. */
export const recall: Event = scene => {
  const lot = lotThat(scene, one => stands(scene)(one) && one.status === 'AVAILABLE')
  if (lot === null || !stands(scene)(lot)) return null
  const data = { lot_ids: [lot.lot_id], recall: 'R-7' }
  return { kind: 'record', takes: { type: 'lot.recalled', actor: BOX, subject: 'recall:R-7', data, occurred_at: null } }
}

export const sync: Event = ({ dice }) => ({
  kind: 'sync-devices',
  takes: {
    actor: BOX,
    plant: {
      v: 1,
      site: BOX.id,
      devices: [
        {
          id: MONITOR.device_id,
          name: dice.one('Probe', 'Cold probe'),
          driver: 'xy-md02',
          location: 'cold-room',
          identity: 'gateway-1',
          transport: { kind: 'mqtt-door', topic: 'cold/1' },
          channels: [{ name: MONITOR.channel, unit: 'Cel' }],
        },
      ],
    },
  },
})

/** A lot by the old command, once for its key. */
export const registerOnce: Event = ({ dice }) => {
  const key = `k-${dice.below(4)}`
  const takes = {
    actor: OPERATOR,
    registration: { lot_type: 'RAW' as const, weight_kg: '10' },
    captured: null,
    idempotency: { key, digest: (dice.chance(80) ? 'd' : 'e').repeat(64) },
  }
  return { kind: 'register-lot', takes }
}
